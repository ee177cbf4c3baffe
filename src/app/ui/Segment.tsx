import { useId } from 'react'

/** One of two or three, side by side: 标准 大 特大. Arrow keys move within it. */
export function Segment<Value extends string>(props: {
  /** What is chosen, for a screen reader; the row beside it says it in ink. */
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly {
    readonly value: Value
    readonly says: string
    /** Sizes show themselves. */
    readonly looks?: 'l' | 'xl' | undefined
    readonly lang?: string | undefined
  }[]
}) {
  const name = useId()
  return (
    <span className="seg" role="radiogroup" aria-label={props.label}>
      {props.choices.map(choice => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === props.value}
            onChange={() => props.onChange(choice.value)}
          />
          <span className={choice.looks} lang={choice.lang}>
            {choice.says}
          </span>
        </label>
      ))}
    </span>
  )
}
