import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** One referral in a department's queue: its day, what it is, where, and one mark. */
export function QueueRow(props: {
  readonly to: string
  readonly isOpen: boolean
  /** 4月20日, 明天 */
  readonly on: string
  /** 还剩 2 天, 到日子 */
  readonly left: string
  readonly tone?: 'due' | 'lying' | undefined
  readonly says: string
  readonly where: string
  readonly mark?: ReactNode
}) {
  return (
    <li>
      <Link href={props.to} className="queue-row" aria-current={props.isOpen ? 'true' : undefined}>
        <div>
          <p className="on">{props.on}</p>
          <p className={`cap ${props.tone ?? 'two'}`}>{props.left}</p>
        </div>
        <div>
          <p className="what">{props.says}</p>
          <p className="small two">{props.where}</p>
          {props.mark}
        </div>
      </Link>
    </li>
  )
}
