import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { MarkShape } from './Mark.tsx'

/** A paper of the family: missing, held with the day it goes back, or settled. */
export function PaperRow(props: {
  readonly state: 'missing' | 'held' | 'settled'
  /** 宅基地使用证，原件 */
  readonly says: string
  /** 周敏拿着，收据 5 号 */
  readonly note?: ReactNode
  /** 4月30日前还, 已还, 不用交 */
  readonly stands: string
  readonly due?: boolean | undefined
}) {
  return (
    <div className="paper">
      {props.state === 'missing' ? (
        <MarkShape state="still-missing" />
      ) : (
        <Icon name={props.state === 'held' ? 'paper' : 'tick'} />
      )}
      <div>
        {props.state === 'missing' ? <b>{props.says}</b> : props.says}
        {props.note === undefined ? null : <div className="note">{props.note}</div>}
      </div>
      <span className={props.due || props.state === 'missing' ? 'st due' : 'st'}>{props.stands}</span>
    </div>
  )
}
