import type { ReactNode } from 'react'
import { Press } from './Press.tsx'

/** One family in a list: the name, a line about where it lives, and at most one mark, the one that asks most. */
export function FamilyRow(props: {
  readonly to: string
  /** 王守田家 */
  readonly name: string
  /** 塘边第三家，明天晚饭后去; cut with … where there is no room. */
  readonly note?: string | undefined
  /** At most one `<Mark/>`; never a category. */
  readonly mark?: ReactNode
}) {
  return (
    <li>
      <Press leads={{ to: props.to }} className="fam">
        <div className="who">
          <p className="name">{props.name}</p>
          {props.note === undefined ? null : <p className="note">{props.note}</p>}
        </div>
        {props.mark}
      </Press>
    </li>
  )
}
