import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { type Leads, Press } from './Press.tsx'

/** A few ways on, each with what it means; none is the first. */
export function ChoiceList({ children }: { readonly children: ReactNode }) {
  return <div className="choice">{children}</div>
}

/** One way on: 就想说说 — 听完就好。这里什么也不留，连一笔也不记。 */
export function ChoiceRow(props: {
  readonly leads: Leads
  readonly says: string
  readonly means?: string | undefined
}) {
  return (
    <Press leads={props.leads} className="way">
      <span>
        <span className="t">{props.says}</span>
        {props.means === undefined ? null : <span className="d">{props.means}</span>}
      </span>
      <Icon name="onward" />
    </Press>
  )
}
