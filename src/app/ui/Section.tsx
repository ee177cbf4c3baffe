import { type ReactNode, useId } from 'react'

/** A part of a page: its hairline, its name, at the right its count or a note. */
export function Section(props: {
  readonly heading?: ReactNode
  /** At the right of the name: 1 件, 只讲清楚，不替谁定, or a `<Mark/>`. */
  readonly note?: ReactNode
  /** Without the hairline above: the first section of a page. */
  readonly bare?: boolean | undefined
  /** A family is the subject: its name in Song. */
  readonly family?: boolean | undefined
  readonly children?: ReactNode
}) {
  const id = useId()
  const named = props.heading !== undefined
  return (
    <section className={props.bare ? 'sec bare' : 'sec'} aria-labelledby={named ? id : undefined}>
      {named ? (
        <div className="h">
          <h2 id={id} className={props.family ? 'family' : undefined}>
            {props.heading}
          </h2>
          {props.note === undefined ? null : <span className="note">{props.note}</span>}
        </div>
      ) : null}
      {props.children}
    </section>
  )
}
