import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { addDays, type Day } from '#domain/base/days.ts'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { parseNames } from '../phone/time-words.ts'
import { useWriting } from '../phone/use-writing.ts'
import type { DiaryDraft } from './diary-draft.ts'

type NotHeldProps = {
  readonly household: Household
  readonly visit: VisitId
  readonly draft: DiaryDraft
  readonly draftKey: string
  readonly onClose: () => void
}

/** Nobody home, or another day: nothing more is asked, and a day they named is kept. */
export function NotHeldSheet(props: NotHeldProps & { readonly open: boolean }) {
  const words = useWords('diary')
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.notHeldHeading}>
      <Form {...props} />
    </Sheet>
  )
}

const outcomes = ['nobody-home', 'another-day'] as const

function Form({ household, visit, draft, draftKey, onClose }: NotHeldProps) {
  const words = useWords('diary')
  const today = useToday()
  const toast = useToast()
  const [, go] = useLocation()
  const { write, refusal, busy } = useWriting()
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>()
  const [notBefore, setNotBefore] = useState<Day | null>(null)
  const record = async () => {
    if (outcome === undefined) return
    const happened =
      outcome === 'nobody-home' ? { is: outcome } : { is: outcome, notBefore: notBefore ?? addDays(today, 1) }
    const body = {
      visit,
      on: draft.on,
      time: draft.time,
      companions: [...parseNames(draft.companions)],
      outcome: happened,
    }
    const where = { village: household.village, household: household.id, draft: draftKey }
    if (!(await write([{ ...where, kind: 'visit.record', body }]))) return
    onClose()
    toast(words.kept(words.outcomes[outcome]))
    go('/today', { replace: true })
  }
  return (
    <>
      <Picks
        label={words.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={outcomes.map(one => ({ value: one, says: words.outcomes[one] }))}
      />
      {outcome === 'another-day' ? (
        <DayPicker
          label={words.notBefore}
          value={notBefore}
          onChange={setNotBefore}
          today={today}
          from={addDays(today, 1)}
        />
      ) : null}
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={outcome !== undefined && (outcome !== 'another-day' || notBefore !== null)}
        onKeep={() => void record()}
      >
        {words.noteIt(outcome === undefined ? '' : words.outcomes[outcome])}
      </FormEnd>
    </>
  )
}
