import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useDiary, useToday } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import { ReadDiary } from '#app/ui/ReadDiary.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Visit } from '#domain/visits/visit.ts'
import { useMe } from '../phone/use-me.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useVoices } from '../voices/use-voices.ts'
import { VoiceRows } from '../voices/VoiceRows.tsx'
import type { VoiceNote } from '../voices/voices.ts'
import { useReasonSentence } from './ReadinessMark.tsx'

/** The diary of a visit that was recorded: its story, and what its author spoke. */
export function RecordedDiary({
  seen: { household },
  visit,
}: {
  readonly seen: HouseholdSeen
  readonly visit: Visit
}) {
  const words = useWords('diary')
  const base = useWords('base')
  const days = useWords('days')
  const { times, dayAndTime } = useWords('today')
  const today = useToday()
  const naming = useNaming()
  const text = useDiary(visit.id)
  const { notes, voices } = useOwnVoices(household.village, visit)
  const time = visit.time === null ? '' : times[visit.time]
  return (
    <Page
      name={words.recorded}
      heading={naming.family(household)}
      under={words.when(dayAndTime(days.date(visit.on, today), time), base.list(visit.companions))}
      above={<Bar back={`/families/${household.id}`} says={words.recorded} />}
    >
      <WasUnready household={household} visit={visit} />
      {text !== null ? <ReadDiary text={text} marks={[]} /> : null}
      {voices === null ? null : <Spoken notes={notes} voices={voices} />}
      {text === null && notes.length === 0 ? <NothingHere visit={visit} /> : null}
    </Page>
  )
}

/** A visit that started unready says so, to those who may read it; never as a mark of a person [H4]. */
function WasUnready({ household, visit }: { readonly household: Household; readonly visit: Visit }) {
  const words = useWords('plan')
  const base = useWords('base')
  const sentenceFor = useReasonSentence(household)
  if (visit.outcome.is !== 'held' || visit.outcome.unready.length === 0) return null
  return <p className="note">{words.unready(base.list(visit.outcome.unready.map(sentenceFor)))}</p>
}

function Spoken(props: Parameters<typeof VoiceRows>[0]) {
  const words = useWords('voice')
  if (props.notes.length === 0) return null
  return (
    <>
      <VoiceRows {...props} />
      <p className="cap three">{words.onlyYou}</p>
    </>
  )
}

function NothingHere({ visit: { outcome, ...visit } }: { readonly visit: Visit }) {
  const words = useWords('diary')
  const isOwn = useIsOwn({ ...visit, outcome })
  if (outcome.is !== 'held')
    return <Empty>{words.outcomes[outcome.is === 'planned' ? 'held' : outcome.is]}</Empty>
  return <Empty>{isOwn ? words.noStory : words.notYours}</Empty>
}

function useIsOwn({ outcome }: Visit): boolean {
  const me = useMe().id
  return outcome.is !== 'planned' && outcome.by.id === me
}

/** What lies on this phone, and what the server has besides: somebody's own, and never another's. */
function useOwnVoices(village: HouseholdSeen['household']['village'], visit: Visit) {
  const { notes, voices } = useVoices(visit.id)
  const [far, setFar] = useState<readonly VoiceNote[]>([])
  const isOwn = useIsOwn(visit)
  useEffect(() => {
    if (!isOwn || voices === null) return
    let wanted = true
    void voices.askFar(village, visit.id).then(
      asked => (wanted ? setFar(asked) : undefined),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [isOwn, voices, village, visit.id])
  const here = new Set(notes.map(({ voice }) => voice))
  return { notes: [...notes, ...far.filter(({ voice }) => !here.has(voice))], voices }
}
