import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { parseDay, type Day } from '#domain/base/days.ts'
import { useDeskToday } from '../sitting.tsx'

/** From when to when; without an end it goes on. */
export type Days = { readonly from: Day; readonly until: Day | null }

/** Two days to be chosen. */
export function DaysField(props: { readonly days: Days; readonly onChange: (days: Days) => void }) {
  const words = useDeskWords('teams')
  const { days, onChange } = props
  return (
    <>
      <label className="dated">
        {words.from}
        <input
          type="date"
          required
          value={days.from}
          onChange={event => onChange({ ...days, from: parseDay(event.target.value) ?? days.from })}
        />
      </label>
      <label className="dated">
        {words.until}
        <input
          type="date"
          min={days.from}
          value={days.until ?? ''}
          onChange={event => onChange({ ...days, until: parseDay(event.target.value) })}
        />
      </label>
    </>
  )
}

/** 3月1日 – 6月30日; what has ended says so. */
export function Between({ from, until }: { readonly from: string; readonly until: string | null }) {
  const words = useDeskWords('teams')
  const days = useWords('days')
  const today = useDeskToday()
  const write = (written: string) => {
    const day = parseDay(written)
    return day === null ? written : days.date(day, today)
  }
  return (
    <span className="two small">
      {until === null ? words.since(write(from)) : words.between(write(from), write(until))}
      {until !== null && until < today ? ` ${words.ended}` : ''}
    </span>
  )
}
