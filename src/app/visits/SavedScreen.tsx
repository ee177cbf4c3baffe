import { useEffect, useMemo, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useDiary, useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Mirror } from '#app/ui/Mirror.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { TruthLine, type SyncTruth } from '#app/ui/TruthLine.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { readDiary } from '#domain/reading/read-diary.ts'
import { mirrorOf } from '#domain/visits/mirror/mirror.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useTruthShown } from '../phone/use-truth-shown.ts'
import { useVoices } from '../voices/use-voices.ts'
import { NotHere } from './NotHere.tsx'
import { useOwnDiaries } from './use-own-diaries.ts'
import { useFamily, useVisitId } from './use-family.ts'
import type { JustSaved } from './use-save-visit.ts'

/** 存好了, with the mirror of the five hearts: for the author alone, never stored, never sent [H14]. */
export function SavedScreen() {
  const seen = useFamily()
  const visit = useVisitId()
  return seen === null || visit === null ? <NotHere /> : <Saved seen={seen} visit={visit} />
}

function Saved({ seen: { household }, visit }: { readonly seen: HouseholdSeen; readonly visit: VisitId }) {
  const words = useWords('diary')
  const days = useWords('days')
  const today = useToday()
  const naming = useNaming()
  const truth = useTruthShown()
  const text = useDiary(visit) ?? ''
  const voice = useWords('voice')
  const spoken = useVoices(visit).notes.length
  const [saved] = useState(readJustSaved)
  useEffect(forgetMirror, [])
  const on = findVisit(household, visit)?.on ?? today
  const unread = spoken === 0 ? words.savedOnlySat : voice.savedVoice(spoken)
  const counts = text === '' ? unread : words.savedCounts(saved.promises, saved.needs)
  return (
    <Page
      name={words.savedName}
      heading={words.savedName}
      under={
        <>
          <Phrase>{words.savedWhat(naming.family(household), days.date(on, today))}</Phrase>
          <Phrase>{counts}</Phrase>
        </>
      }
      set="alone"
      below={
        <Foot bare>
          <Button kind="first" wide to="/today">
            {words.shut}
          </Button>
        </Foot>
      }
    >
      <TruthLine truth={justSaved(truth)} />
      {text !== '' && saved.mirror === true ? <Mirrored text={text} on={on} visit={visit} /> : null}
    </Page>
  )
}

function Mirrored(props: {
  readonly text: string
  readonly on: Parameters<typeof readDiary>[1]
  readonly visit: VisitId
}) {
  const words = useWords('diary')
  const own = useOwnDiaries()
  const { text, on, visit } = props
  const hints = useMemo(() => {
    const others = [...own].flatMap(([id, story]) => (id === visit ? [] : [story]))
    return mirrorOf(text, { findings: readDiary(text, on), otherDiariesOfMine: others })
  }, [text, on, visit, own])
  return (
    <Section bare heading={words.mirror} note={words.mirrorNote}>
      {hints.length === 0 ? (
        <Empty>{words.nothingToMirror}</Empty>
      ) : (
        <Mirror
          hints={hints.map(hint => ({
            heart: words.hearts[hint.heart],
            sentence: words.mirrored[hint.code](hint.words?.quote ?? ''),
          }))}
        />
      )}
    </Section>
  )
}

/** What waits was written a moment ago: it is on this phone and goes out with the signal; received only by the server's word [S2]. */
const justSaved = (truth: SyncTruth): SyncTruth =>
  truth.is === 'waiting' || truth.is === 'offline' ? { is: 'saved-here' } : truth

function readJustSaved(): JustSaved {
  const state: unknown = window.history.state
  const count = (name: 'promises' | 'needs'): number => {
    const value = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[name] : 0
    return typeof value === 'number' ? value : 0
  }
  return { promises: count('promises'), needs: count('needs'), mirror: isMirrorDue(state) }
}

const isMirrorDue = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'mirror' in state && state.mirror === true

/** It is shown once: reloading the page, or coming back to it, shows none. */
function forgetMirror(): void {
  const { promises, needs } = readJustSaved()
  window.history.replaceState({ promises, needs }, '')
}
