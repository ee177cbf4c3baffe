import type { ReactNode } from 'react'
import { type Leads, Press } from './Press.tsx'

/** The notebook's margin: left of the line who and when, right of it what. Its rows are `<MarginRow/>`. */
export function MarginList({ children }: { readonly children: ReactNode }) {
  return <ol className="ledger">{children}</ol>
}

/** One row of the notebook. At 特大 the margin folds above its line. */
export function MarginRow(props: {
  /** 今天, 晚饭后, 4月13日; never a clock time unless the family named one. */
  readonly when: ReactNode
  /** Who said it, and under that what they are: 刘玉兰, 妇女主任. */
  readonly who?: string | readonly string[] | undefined
  readonly tone?: 'due' | 'lying' | undefined
  /** A time of day as the family says it is Song. */
  readonly voice?: 'hei' | 'song' | undefined
  /** Without it the row is read, not pressed. */
  readonly leads?: Leads | undefined
  readonly children: ReactNode
}) {
  const people = props.who === undefined ? [] : [props.who].flat()
  const margin = ['m', props.voice === 'song' ? 'song' : '', props.tone ?? '']
    .filter(word => word !== '')
    .join(' ')
  const inside = (
    <>
      <div className={margin}>
        {props.when}
        {people.map(person => (
          <small key={person}>{person}</small>
        ))}
      </div>
      <div className="w">{props.children}</div>
    </>
  )
  return (
    <li>
      {props.leads === undefined ? (
        <div className="row">{inside}</div>
      ) : (
        <Press leads={props.leads} className="row">
          {inside}
        </Press>
      )}
    </li>
  )
}
