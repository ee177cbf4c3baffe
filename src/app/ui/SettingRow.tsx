import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { type Leads, Press } from './Press.tsx'

/** A row of 我的: what it is at the left, how it stands at the right; pressed it opens, or it holds a `<Segment/>`. */
export function SettingRow(props: {
  readonly says: string
  /** 跟着手机 */
  readonly value?: ReactNode
  readonly leads?: Leads | undefined
  /** A `<Segment/>` instead of a value. */
  readonly children?: ReactNode
}) {
  if (props.leads === undefined)
    return (
      <div className="set">
        <span>{props.says}</span>
        {props.children ?? <span className="v">{props.value}</span>}
      </div>
    )
  return (
    <Press leads={props.leads} className="set">
      <span>{props.says}</span>
      <span className="v">
        {props.value}
        <Icon name="onward" />
      </span>
    </Press>
  )
}
