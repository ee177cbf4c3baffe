import { useMemo } from 'react'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useReview, useToday } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { dayOf } from '#domain/base/days.ts'
import type { VisitId } from '#domain/base/ids.ts'
import { isWordless, type ForReview } from '#sync/outbox.ts'
import { asOwnVisit, mendableOf } from './mend-change.ts'
import { useAboutChange } from './use-about-change.ts'

type Ways = {
  readonly letGo: boolean
  readonly onLetGo: () => void
  readonly onKeep: () => void
  readonly onMend: () => void
  readonly onHand: () => void
}

/** One refused change: what it said, why it was not taken, and its ways on [S5]. */
export function RefusedChange({ refused, ...ways }: Ways & { readonly refused: ForReview }) {
  const { change, diary, because } = refused
  const words = useWords('me')
  const base = useWords('base')
  const about = useAboutChange()
  const isErased = isWordless(refused)
  const said = isErased ? '' : (diary ?? mendableOf(change).words ?? '')
  return (
    <Section heading={about(change)} note={<Whence refused={refused} letGo={ways.letGo} />}>
      {said === '' ? null : <Quote>{said}</Quote>}
      {ways.letGo ? (
        <Button kind="quiet" small onPress={ways.onKeep}>
          {base.undo}
        </Button>
      ) : isErased ? (
        <Erased
          onLetGo={ways.onLetGo}
          says={because === 'advice-over' ? words.adviceOverMeans : words.erasedMeans}
        />
      ) : (
        <WaysOn refused={refused} ways={ways} />
      )}
    </Section>
  )
}

function Whence({ refused, letGo }: { readonly refused: ForReview; readonly letGo: boolean }) {
  const words = useWords('me')
  const days = useWords('days')
  const today = useToday()
  if (letGo) return <Mark state="withdrawn">{words.letGo}</Mark>
  const written = words.written(days.day(dayOf(refused.writtenAt), today))
  return refused.from === undefined ? written : words.fromColleague(refused.from.name, written)
}

function Erased({ says, onLetGo }: { readonly says: string; readonly onLetGo: () => void }) {
  const sync = useWords('sync')
  return (
    <>
      <Refusal>{says}</Refusal>
      <Acts>
        <Button small onPress={onLetGo}>
          {sync.discard}
        </Button>
      </Acts>
    </>
  )
}

function WaysOn({ refused, ways }: { readonly refused: ForReview; readonly ways: Ways }) {
  const { change, because } = refused
  const words = useWords('me')
  const sync = useWords('sync')
  const base = useWords('base')
  const sentenceFor = useRefusalSentence()
  const { resend, handing } = useReview()
  const mendable = mendableOf(change)
  const own = useMemo(() => asOwnVisit(refused, newId<VisitId>()), [refused])
  const hand = handing.get(change.id)
  return (
    <>
      <Refusal>{own === null ? sentenceFor(because) : words.asOwnMeans}</Refusal>
      {hand === undefined ? null : (
        <p className="note with-acts" role="status">
          {hand.declined ? words.handDeclined(hand.to.name) : words.handing(hand.to.name)}
        </p>
      )}
      <Acts set="two-rows">
        {own !== null ? (
          <Button kind="take" small onPress={() => void resend(change.id, own)}>
            {words.asOwn}
          </Button>
        ) : mendable.day === null && mendable.words === null ? (
          <Button small onPress={() => void resend(change.id)}>
            {base.again}
          </Button>
        ) : (
          <Button kind="take" small onPress={ways.onMend}>
            {sync.mendAndSend}
          </Button>
        )}
        <Button small onPress={ways.onHand}>
          {sync.hand}
        </Button>
        <Button small onPress={ways.onLetGo}>
          {sync.discard}
        </Button>
      </Acts>
    </>
  )
}
