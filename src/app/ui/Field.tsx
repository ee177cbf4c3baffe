import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react'
import { Refusal } from './Refusal.tsx'

type Written = {
  /** The question: 怎么称呼她家里人？ */
  readonly label: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  /** Inside the empty line: 说一句，或者不填 */
  readonly hint?: string | undefined
  /** Under the line, third voice. */
  readonly note?: ReactNode
  /** Why what stands here was not taken. */
  readonly refusal?: ReactNode
  readonly required?: boolean | undefined
}

/** A line to write on. People's words are Song, telephones and codes Hei. */
export function Field(
  props: Written & {
    readonly voice?: 'hei' | 'song' | undefined
    readonly type?: 'text' | 'password' | 'tel' | 'number' | undefined
    readonly inputMode?: 'text' | 'numeric' | 'tel' | 'decimal' | undefined
    readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
    readonly name?: string | undefined
    readonly maxLength?: number | undefined
    readonly onLeave?: (() => void) | undefined
  },
) {
  const id = useId()
  return (
    <div className="write-line">
      <label className="q" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className={props.voice === 'song' ? 'song' : undefined}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        name={props.name}
        autoComplete={props.autoComplete ?? 'off'}
        maxLength={props.maxLength}
        placeholder={props.hint}
        required={props.required}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
        onBlur={props.onLeave}
        {...spoken(id, props)}
      />
      <Under id={id} {...props} />
    </div>
  )
}

/** A few lines to write on: a reason, a purpose, a family's sentence. For the diary see `<DiarySheet/>`. */
export function TextArea(
  props: Written & { readonly voice?: 'hei' | 'song' | undefined; readonly lines?: number | undefined },
) {
  const id = useId()
  return (
    <div className="write-line">
      <label className="q" htmlFor={id}>
        {props.label}
      </label>
      <textarea
        id={id}
        className={props.voice === 'song' ? 'song' : undefined}
        rows={props.lines ?? 3}
        placeholder={props.hint}
        required={props.required}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
        {...spoken(id, props)}
      />
      <Under id={id} {...props} />
    </div>
  )
}

/** One of several, chosen by the telephone's own picker. */
export function Choose<Value extends string>(props: {
  readonly label: ReactNode
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly choices: readonly { readonly value: Value; readonly says: string }[]
  readonly note?: ReactNode
  readonly refusal?: ReactNode
}) {
  const id = useId()
  const choose = (written: string) => {
    const choice = props.choices.find(choice => choice.value === written)
    if (choice !== undefined) props.onChange(choice.value)
  }
  return (
    <div className="write-line">
      <label className="q" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        onChange={event => choose(event.target.value)}
        {...spoken(id, props)}
      >
        {props.choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.says}
          </option>
        ))}
      </select>
      <Under id={id} {...props} />
    </div>
  )
}

const spoken = (id: string, props: { readonly note?: ReactNode; readonly refusal?: ReactNode }) =>
  props.refusal !== undefined
    ? { 'aria-invalid': true, 'aria-describedby': `${id}-refusal` }
    : props.note !== undefined
      ? { 'aria-describedby': `${id}-note` }
      : {}

function Under(props: { readonly id: string; readonly note?: ReactNode; readonly refusal?: ReactNode }) {
  return (
    <>
      {props.refusal === undefined ? null : <Refusal id={`${props.id}-refusal`}>{props.refusal}</Refusal>}
      {props.note === undefined ? null : (
        <span className="hint" id={`${props.id}-note`}>
          {props.note}
        </span>
      )}
    </>
  )
}
