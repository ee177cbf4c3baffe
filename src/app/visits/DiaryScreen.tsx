import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { type HouseholdSeen, useOpening, useToday } from '#app/sync/wuxin.tsx'
import { Bar, BarWord } from '#app/ui/Bar.tsx'
import { DiarySheet } from '#app/ui/DiarySheet.tsx'
import { Icon } from '#app/ui/Icon.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useVoices } from '../voices/use-voices.ts'
import { VoiceRows } from '../voices/VoiceRows.tsx'
import { ArriveWell } from './ArriveWell.tsx'
import { DiaryFoot } from './DiaryFoot.tsx'
import { NotHeldSheet } from './NotHeldSheet.tsx'
import { NotHere } from './NotHere.tsx'
import { RecordedDiary } from './RecordedDiary.tsx'
import { useDiaryDraft } from './use-diary-draft.ts'
import { useFamily, useVisitId } from './use-family.ts'
import { useSaveVisit } from './use-save-visit.ts'
import { WhenSheet } from './WhenSheet.tsx'

const VoiceSheet = lazy(async () => ({ default: (await import('../voices/VoiceSheet.tsx')).VoiceSheet }))

/** 记日记: the story of one visit, written or spoken afterwards [H8]. A visit recorded already is read here. */
export function DiaryScreen() {
  const seen = useFamily()
  const visit = useVisitId()
  if (seen === null || visit === null) return <NotHere />
  const known = findVisit(seen.household, visit)
  return known === null || known.outcome.is === 'planned' ? (
    <Writing seen={seen} visit={visit} />
  ) : (
    <RecordedDiary seen={seen} visit={known} />
  )
}

type OpenSheet = 'when' | 'not-held' | 'voice'

function Writing({ seen: { household }, visit }: { readonly seen: HouseholdSeen; readonly visit: VisitId }) {
  const words = useWords('diary')
  const naming = useNaming()
  const [, go] = useLocation()
  const [sheet, setSheet] = useState<OpenSheet>()
  const { key, draft, change, saved, end } = useDiaryDraft(household, visit)
  const { save, refusal, busy } = useSaveVisit(household, visit)
  const { notes, voices } = useVoices(visit)
  const [left, setLeft] = useState(0)
  useOpening(household.id, 'follow-up')
  const family = naming.family(household)
  const here = `/families/${household.id}`
  const close = () => setSheet(undefined)
  const saveUnread = () => {
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
        <DiaryFoot
          written={draft.text.trim() !== ''}
          spoken={notes.length > 0 && left > 0}
          busy={busy}
          onVoice={() => setSheet('voice')}
          onNotHeld={() => setSheet('not-held')}
          onSave={saveUnread}
          onRead={() => go(`${here}/reading/${visit}`)}
        />
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
      {voices === null ? null : <VoiceRows notes={notes} voices={voices} onLeft={setLeft} />}
      <Beneath refusal={refusal} spoken={notes.length > 0} />
      <WhenSheet draft={draft} change={change} open={sheet === 'when'} onClose={close} />
      <NotHeldSheet
        household={household}
        visit={visit}
        draft={draft}
        draftKey={key}
        open={sheet === 'not-held'}
        onClose={close}
      />
      <Suspense fallback={null}>
        {sheet === 'voice' ? (
          <VoiceSheet
            voices={voices}
            about={{ village: household.village, household: household.id, visit }}
            onBegun={() => change({ spoken: true })}
            open
            onClose={close}
          />
        ) : null}
      </Suspense>
    </Page>
  )
}

function Beneath({ refusal, spoken }: { readonly refusal: string | undefined; readonly spoken: boolean }) {
  const words = useWords('diary')
  const voice = useWords('voice')
  if (refusal !== undefined) return <Refusal>{refusal}</Refusal>
  return <p className="cap three">{spoken ? voice.beside : words.dictate}</p>
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
