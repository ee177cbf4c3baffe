import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useDiary, useOpening, useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarWord } from '#app/ui/Bar.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { ArriveWell } from './ArriveWell.tsx'
import { DiarySheet } from '#app/ui/DiarySheet.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { Page } from '#app/ui/Page.tsx'
import { ReadDiary } from '#app/ui/ReadDiary.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { Household } from '#domain/households/household.ts'
import type { VisitId } from '#domain/base/ids.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import type { Visit } from '#domain/visits/visit.ts'
import { useNaming } from '../phone/use-naming.ts'
import { NotHeldSheet } from './NotHeldSheet.tsx'
import { NotHere } from './NotHere.tsx'
import { useReasonSentence } from './ReadinessMark.tsx'
import { useDiaryDraft } from './use-diary-draft.ts'
import { useFamily, useVisitId } from './use-family.ts'
import { useSaveVisit } from './use-save-visit.ts'
import { WhenSheet } from './WhenSheet.tsx'

/** 记日记: the story of one visit, written afterwards [H8]. A visit recorded already is read here. */
export function DiaryScreen() {
  const seen = useFamily()
  const visit = useVisitId()
  if (seen === null || visit === null) return <NotHere />
  const known = findVisit(seen.household, visit)
  return known === null || known.outcome.is === 'planned' ? (
    <Writing seen={seen} visit={visit} />
  ) : (
    <Recorded seen={seen} visit={known} />
  )
}

type OpenSheet = 'when' | 'not-held'

function Writing({ seen: { household }, visit }: { readonly seen: HouseholdSeen; readonly visit: VisitId }) {
  const words = useWords('diary')
  const naming = useNaming()
  const [, go] = useLocation()
  const [sheet, setSheet] = useState<OpenSheet>()
  const { key, draft, change, saved, end } = useDiaryDraft(household, visit)
  const { save, refusal, busy } = useSaveVisit(household, visit)
  useOpening(household.id, 'follow-up')
  const family = naming.family(household)
  const here = `/families/${household.id}`
  const justSat = () => {
    void save(draft, [], { draftKey: key }).then(isSaved => {
      if (isSaved) end()
    })
  }
  return (
    <Page
      name={words.of(family)}
      heading={family}
      under={<When household={household} visit={visit} onMend={() => setSheet('when')} />}
      above={<Bar back={here} says={words.name} act={<SavedWord saved={saved} />} />}
      below={
        <Foot>
          <Acts set="ends">
            <Button kind="quiet" small onPress={() => setSheet('not-held')}>
              {words.notHeld}
            </Button>
            <Button kind="quiet" small disabled={busy} onPress={justSat}>
              {words.justSat}
            </Button>
          </Acts>
          <Button
            kind="first"
            wide
            disabled={draft.text.trim() === ''}
            onPress={() => go(`${here}/reading/${visit}`)}
          >
            {words.readIt}
          </Button>
        </Foot>
      }
      column
      className="diary"
    >
      <DiarySheet
        label={words.of(family)}
        value={draft.text}
        onChange={text => change({ text })}
        hint={words.hint}
        startWriting
      />
      <ArriveWell text={draft.text} />
      {refusal === undefined ? <p className="cap three">{words.dictate}</p> : <Refusal>{refusal}</Refusal>}
      <WhenSheet draft={draft} change={change} open={sheet === 'when'} onClose={() => setSheet(undefined)} />
      <NotHeldSheet
        household={household}
        visit={visit}
        draft={draft}
        draftKey={key}
        open={sheet === 'not-held'}
        onClose={() => setSheet(undefined)}
      />
    </Page>
  )
}

/** Says "just saved" only when the disk has it [S2] [S3] [S21]. */
function SavedWord({ saved }: { readonly saved: 'saved' | 'saving' | 'not-stored' | null }) {
  const words = useWords('diary')
  switch (saved) {
    case null:
      return null
    case 'saved':
      return <BarWord icon="tick">{words.justSaved}</BarWord>
    case 'saving':
      return <BarWord>{words.saving}</BarWord>
    case 'not-stored':
      return <BarWord icon="ask">{words.notSaved}</BarWord>
    default:
      return saved satisfies never
  }
}

function When(props: {
  readonly household: HouseholdSeen['household']
  readonly visit: VisitId
  readonly onMend: () => void
}) {
  const words = useWords('diary')
  const days = useWords('days')
  const { times, dayAndTime } = useWords('today')
  const today = useToday()
  const { draft } = useDiaryDraft(props.household, props.visit)
  const time = draft.time === null ? '' : times[draft.time]
  return (
    <span className="mend-when">
      {words.when(dayAndTime(days.date(draft.on, today), time), draft.companions)}
      <button type="button" className="go" aria-label={words.mendWhen} onClick={props.onMend}>
        <Icon name="pencil" />
      </button>
    </span>
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

function Recorded({ seen: { household }, visit }: { readonly seen: HouseholdSeen; readonly visit: Visit }) {
  const words = useWords('diary')
  const base = useWords('base')
  const days = useWords('days')
  const { times, dayAndTime } = useWords('today')
  const today = useToday()
  const naming = useNaming()
  const text = useDiary(visit.id)
  const time = visit.time === null ? '' : times[visit.time]
  return (
    <Page
      name={words.recorded}
      heading={naming.family(household)}
      under={words.when(dayAndTime(days.date(visit.on, today), time), base.list(visit.companions))}
      above={<Bar back={`/families/${household.id}`} says={words.recorded} />}
    >
      <WasUnready household={household} visit={visit} />
      {text === null ? (
        <Empty>
          {visit.outcome.is === 'held'
            ? words.notYours
            : words.outcomes[visit.outcome.is === 'planned' ? 'held' : visit.outcome.is]}
        </Empty>
      ) : (
        <ReadDiary text={text} marks={[]} />
      )}
    </Page>
  )
}
