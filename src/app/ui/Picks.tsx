import { type ReactNode, useId } from 'react'

type Choices<Value extends string> = readonly { readonly value: Value; readonly says: string }[]

/** A question with a few answers, one of which may be touched: 没有 · 有 · 不清楚. Nothing is preselected. */
export function Picks<Value extends string>(props: {
  readonly label: ReactNode
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly choices: Choices<Value>
  /** Where the question is already read above. */
  readonly labelUnseen?: boolean | undefined
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className={props.labelUnseen ? 'unseen' : 'q-line'}>{props.label}</legend>
      <div className="picks">
        {props.choices.map(choice => (
          <label className="pick" key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>{choice.says}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The same, where several may be touched, and touched again to let go. */
export function PicksMany<Value extends string>(props: {
  readonly label: ReactNode
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
  readonly choices: Choices<Value>
  readonly labelUnseen?: boolean | undefined
}) {
  const toggle = (touched: Value) =>
    props.onChange(
      props.value.includes(touched)
        ? props.value.filter(value => value !== touched)
        : [...props.value, touched],
    )
  return (
    <fieldset>
      <legend className={props.labelUnseen ? 'unseen' : 'q-line'}>{props.label}</legend>
      <div className="picks">
        {props.choices.map(choice => (
          <label className="pick" key={choice.value}>
            <input
              type="checkbox"
              checked={props.value.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
            <span>{choice.says}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
