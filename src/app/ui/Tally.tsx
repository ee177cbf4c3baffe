import type { ReactNode } from 'react'

/** Counts with what they count: 3 在这台手机上，等着发出. Never a count of anyone's own work. */
export function Tally(props: {
  readonly lines: readonly {
    readonly id: string
    readonly count: number
    readonly says: ReactNode
    readonly note?: ReactNode
    readonly due?: boolean | undefined
  }[]
}) {
  return (
    <dl className="tally">
      {props.lines.map(line => (
        <div key={line.id} className="contents">
          <dt className={line.due ? 'due' : undefined}>{line.count}</dt>
          <dd>
            {line.says}
            {line.note === undefined ? null : <small>{line.note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
