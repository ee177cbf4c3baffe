import type { ReactNode } from 'react'

/** Question and answer down a page: 下一步, 谁管着, 答应过. Its rows are `<Fact/>`. */
export function Facts(props: { readonly children: ReactNode; readonly plain?: boolean | undefined }) {
  return <dl className={props.plain ? 'facts plain' : 'facts'}>{props.children}</dl>
}

/** One row of `<Facts/>`; `note` in second voice under the answer. */
export function Fact(props: {
  readonly says: string
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div>
      <dt>{props.says}</dt>
      <dd>
        {props.children}
        {props.note === undefined ? null : <p className="note">{props.note}</p>}
      </dd>
    </div>
  )
}
