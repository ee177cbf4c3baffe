import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useClock, useReview, useSyncNow, useToday, useTruth, useVillages } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Trouble } from '#app/ui/sentences.tsx'
import { Tally } from '#app/ui/Tally.tsx'
import { TruthLine } from '#app/ui/TruthLine.tsx'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { dayOf, millisecondsOf } from '#domain/base/days.ts'
import { useNow, useTruthShown } from '../phone/use-truth-shown.ts'
import { RescueSheet } from './RescueSheet.tsx'
import { RoomOnPhone } from './RoomOnPhone.tsx'
import { SignInAgainSheet } from './SignInAgainSheet.tsx'
import { useAboutChange } from './use-about-change.ts'

/** The truth about sync, in full: what waits and since when, what was refused and why, what to do about it [S2] [S5]. */
export function WhereThingsAre() {
  const words = useWords('me')
  const sync = useWords('sync')
  const truth = useTruth()
  const heard = useHeard()
  const shown = useTruthShown()
  const syncNow = useSyncNow()
  const lines = useTallyLines()
  const { refused } = useReview()
  const [asking, setAsking] = useState(false)
  const rescue = useWords('rescue')
  const [rescuing, setRescuing] = useState(false)
  const [signingIn, setSigningIn] = useState(false)
  const ask = () => {
    setAsking(true)
    void syncNow().finally(() => setAsking(false))
  }
  return (
    <Section bare heading={words.where} note={heard}>
      {lines.length === 0 ? <TruthLine truth={shown} /> : <Tally lines={lines} />}
      <HowFar />
      <Disagreement />
      <ClockOff />
      {truth.is === 'not-stored' ? (
        <Trouble againSays={rescue.save} onAgain={() => setRescuing(true)}>
          {sync.notStoredLong}
        </Trouble>
      ) : null}
      {'signInAgain' in truth && truth.signInAgain ? (
        <Trouble againSays={words.signInAgainAct} onAgain={() => setSigningIn(true)}>
          {words.signInAgain}
        </Trouble>
      ) : null}
      <RoomOnPhone />
      <Acts>
        <Button small disabled={asking} onPress={ask}>
          {asking ? sync.asking : words.sendNow}
        </Button>
        {refused.length === 0 ? null : (
          <Button small to="/me/review">
            {words.seeRefused}
          </Button>
        )}
      </Acts>
      <RescueSheet open={rescuing} onClose={() => setRescuing(false)} />
      <SignInAgainSheet open={signingIn} onClose={() => setSigningIn(false)} />
    </Section>
  )
}

function useTallyLines() {
  const words = useWords('me')
  const days = useWords('days')
  const truth = useTruth()
  const now = useNow()
  const { refused } = useReview()
  const about = useAboutChange()
  const sentenceFor = useRefusalSentence()
  const [first] = refused
  const waiting =
    truth.is === 'waiting'
      ? [
          {
            id: 'waiting',
            count: truth.count,
            says: words.onThisPhone,
            note: truth.olderServer
              ? words.olderServer
              : words.waitingFor(days.ago(Math.max(0, (now - millisecondsOf(truth.oldestAt)) / 60_000))),
          },
        ]
      : []
  const refusals =
    first === undefined
      ? []
      : [
          {
            id: 'refused',
            count: refused.length,
            says: words.notTaken,
            note: `${about(first.change)}：${sentenceFor(first.because)}`,
            due: true,
          },
        ]
  return [...waiting, ...refusals]
}

/** When the server was last heard: while all is received, and while something waits that nobody takes. */
function useHeard(): string | undefined {
  const words = useWords('me')
  const days = useWords('days')
  const today = useToday()
  const truth = useTruth()
  const at = truth.is === 'received' ? truth.at : 'heardAt' in truth ? truth.heardAt : undefined
  if (at === undefined) return undefined
  if (at === null) return words.neverHeard
  const on = dayOf(at)
  return words.heardFrom(on === today ? days.clock(at) : `${days.day(on, today)} ${days.clock(at)}`)
}

/** Bytes of what is on its way: on a slow line one sees that it moves [S17]. */
function HowFar() {
  const sync = useWords('sync')
  const truth = useTruth()
  if (truth.is !== 'fetching' || truth.coming === null) return null
  const { got, of } = truth.coming
  return (
    <p className="note with-acts" role="status">
      {sync.coming(kilobytes(got), of === null ? null : kilobytes(of))}
    </p>
  )
}

const kilobytes = (bytes: number): number => Math.max(1, Math.round(bytes / 1000))

/** A clock that is off is said, so that a person sets it; days and times are told by the server's until then [S18]. */
function ClockOff() {
  const words = useWords('me')
  const { off } = useClock()
  if (off === null) return null
  return <Trouble>{words.clockOff[off]}</Trouble>
}

/** A phone that differs from the server says so; what waits is kept [S9]. */
function Disagreement() {
  const words = useWords('me')
  const villages = useVillages()
  if (villages.some(village => village.agreement === 'disagrees'))
    return <Trouble>{words.disagreement}</Trouble>
  return villages.some(village => village.agreement === 'fetching-anew') ? (
    <p className="sentence" role="status">
      {words.agreement}
    </p>
  ) : null
}
