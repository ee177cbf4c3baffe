import { useState } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { type Act, newId, useToday } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { addDays, type Day } from '#domain/base/days.ts'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { atHome } from '#domain/visits/at-home.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
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
  const plan = useWords('plan')
  const days = useWords('days')
  const { times } = useWords('today')
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
  const again = atHome(household, findVisit(household, visit), today)
  const goAgain = async () => {
    const { on, time } = draft
    const companions = [...parseNames(draft.companions)]
    const where = { village: household.village, household: household.id }
    const gone = { visit, on, time, companions, outcome: { is: 'nobody-home' as const } }
    const purpose = findVisit(household, visit)?.purpose ?? ''
    const next = { visit: newId<VisitId>(), on: again.on, time: again.time, purpose, companions }
    const acts: readonly Act[] = [
      { ...where, kind: 'visit.record', body: gone, draft: draftKey },
      { ...where, kind: 'visit.plan', body: { ...next, purpose: purpose === '' ? plan.askAgain : purpose } },
    ]
    if (!(await write(acts))) return
    onClose()
    toast(plan.againKept(days.day(again.on, today)))
    go('/today', { replace: true })
  }
  return (
    <>
      <div className="prompt">
        <Button wide disabled={busy} onPress={() => void goAgain()}>
          {plan.again(days.day(again.on, today), times[again.time])}
        </Button>
        <p className="note">{plan.homeAt[again.because](times[again.time])}</p>
      </div>
      <Picks
        label={plan.orJust}
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
        {outcome === undefined ? words.keep : words.noteIt(words.outcomes[outcome])}
      </FormEnd>
    </>
  )
}
