import { useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useToday } from '#app/sync/wuxin.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { parseDay } from '#domain/base/days.ts'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { atHome } from '#domain/visits/at-home.ts'
import { alsoPlanned } from '#domain/visits/plan.ts'
import { timesOfDay, type Visit } from '#domain/visits/visit.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { parseNames, parseTime } from '../phone/time-words.ts'
import { useKept } from '../phone/use-kept.ts'
import { useNaming } from '../phone/use-naming.ts'
import { useWriting } from '../phone/use-writing.ts'
import { ArriveWell } from './ArriveWell.tsx'
import { Companions } from './Companions.tsx'

type PlanProps = {
  readonly household: Household
  /** The visit that is planned already and is planned anew. */
  readonly visit: Visit | null
  readonly onClose: () => void
}

/** A visit is planned: a day, a time when people are home, what it is for in words, who comes along [H4] [H5]. */
export function PlanSheet(props: PlanProps & { readonly open: boolean }) {
  const { planning } = useWords('today')
  const naming = useNaming()
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      heading={planning.heading(naming.family(props.household))}
    >
      <PlanForm {...props} />
    </Sheet>
  )
}

function PlanForm({ household, visit, onClose }: PlanProps) {
  const { planning, times } = useWords('today')
  const words = useWords('plan')
  const days = useWords('days')
  const base = useWords('base')
  const today = useToday()
  const { write, refusal, busy } = useWriting()
  const id = useMemo(() => visit?.id ?? newId<VisitId>(), [visit])
  const empty = useMemo(() => fieldsOf(visit, base.list), [visit, base])
  const { key, fields, change } = useKept(`plan/${household.id}`, empty)
  const on = parseDay(fields.on)
  const from = household.notBefore !== null && household.notBefore > today ? household.notBefore : today

  const home = atHome(household, visit, today)
  const [other] = alsoPlanned(household, visit, today)

  const plan = async () => {
    if (on === null) return
    const body = {
      visit: id,
      on,
      time: parseTime(fields.time),
      purpose: fields.purpose.trim(),
      companions: [...parseNames(fields.companions)],
    }
    const where = { village: household.village, household: household.id, draft: key }
    if (await write([{ ...where, kind: 'visit.plan', body }])) onClose()
  }

  return (
    <>
      {other === undefined ? null : (
        <p className="todo">{words.also(other.by.name, days.day(other.on, today))}</p>
      )}
      <DayPicker
        label={planning.when}
        value={on}
        onChange={day => change({ on: day ?? '' })}
        today={today}
        from={from}
        refusal={on !== null && on < from ? planning.notBefore(days.date(from, today)) : undefined}
      />
      <Picks
        label={planning.time}
        value={parseTime(fields.time) ?? undefined}
        onChange={time => change({ time })}
        choices={timesOfDay.map(time => ({ value: time, says: times[time] }))}
      />
      <p className="note">{words.homeAt[home.because](times[home.time])}</p>
      <TextArea
        label={planning.purpose}
        hint={planning.purposeHint}
        lines={2}
        required
        value={fields.purpose}
        onChange={purpose => change({ purpose })}
      />
      <ArriveWell text={fields.purpose} />
      <Companions
        household={household}
        value={fields.companions}
        onChange={companions => change({ companions })}
      />
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={on !== null && fields.purpose.trim() !== ''}
        onKeep={() => void plan()}
      >
        {planning.keep}
      </FormEnd>
    </>
  )
}

const fieldsOf = (visit: Visit | null, list: (names: readonly string[]) => string) => ({
  on: visit?.on ?? '',
  time: visit?.time ?? '',
  purpose: visit?.purpose ?? '',
  companions: list(visit?.companions ?? []),
})
