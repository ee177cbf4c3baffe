import { useId } from 'react'
import { useToday } from '#app/sync/wuxin.tsx'
import { parseDay, type Day } from '#domain/base/days.ts'

/** The day something happened: today or earlier. A late entry is normal, and marked on the line of life. */
export function HappenedOn(props: {
  /** The question: 哪一天. */
  readonly says: string
  readonly on: Day
  readonly onChange: (on: Day) => void
}) {
  const today = useToday()
  const id = useId()
  return (
    <div className="write-line">
      <label className="q" htmlFor={id}>
        {props.says}
      </label>
      <input
        id={id}
        type="date"
        max={today}
        value={props.on}
        onChange={event => props.onChange(parseDay(event.target.value) ?? today)}
      />
    </div>
  )
}
