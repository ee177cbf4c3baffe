import { type ReactNode, useId } from 'react'
import { quickDays } from '#app/i18n/calendar.ts'
import { useWords } from '#app/i18n/words.tsx'
import { type Day, parseDay } from '#domain/base/days.ts'
import { Refusal } from './Refusal.tsx'

/** A day, by the telephone's own calendar, with the days people name first: 明天, 下周三, 月底. */
export function DayPicker(props: {
  readonly label: ReactNode
  /** Null while none is chosen. */
  readonly value: Day | null
  readonly onChange: (day: Day | null) => void
  /** Today in Asia/Shanghai. */
  readonly today: Day
  /** The first day that may be chosen; today when not given. */
  readonly from?: Day | undefined
  readonly refusal?: ReactNode
}) {
  const id = useId()
  const words = useWords('days')
  const chips = quickDays(props.today)
  return (
    <fieldset className="write-line">
      <legend className="q">{props.label}</legend>
      <div className="picks">
        {chips.map(chip => (
          <label className="pick" key={chip.name}>
            <input
              type="radio"
              name={id}
              checked={props.value === chip.on}
              onChange={() => props.onChange(chip.on)}
            />
            <span>{words.quick[chip.name]}</span>
          </label>
        ))}
      </div>
      <input
        type="date"
        aria-label={words.anotherDay}
        value={props.value ?? ''}
        min={props.from ?? props.today}
        onChange={event => props.onChange(parseDay(event.target.value))}
      />
      {props.value === null ? null : (
        <span className="hint">{words.withWeekday(props.value, props.today)}</span>
      )}
      {props.refusal === undefined ? null : <Refusal>{props.refusal}</Refusal>}
    </fieldset>
  )
}
