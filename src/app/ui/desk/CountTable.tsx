import type { ReactNode } from 'react'
import { Count, CountLegend, type OfficeCount } from './Count.tsx'

/** Counts by place and kind; cells of fewer than five are hatched, and no totals that would give them away. */
export function CountTable(props: {
  /** What is counted, for a screen reader. */
  readonly name: string
  /** What the places are: 哪里. */
  readonly placesSay: string
  readonly kinds: readonly { readonly id: string; readonly says: ReactNode }[]
  readonly places: readonly {
    readonly id: string
    readonly says: ReactNode
    readonly counts: Readonly<Record<string, OfficeCount>>
  }[]
}) {
  const hasFew = props.places.some(place => Object.values(place.counts).includes('few'))
  return (
    <>
      <table className="tbl counts">
        <caption className="unseen">{props.name}</caption>
        <thead>
          <tr>
            <th scope="col">{props.placesSay}</th>
            {props.kinds.map(kind => (
              <th key={kind.id} scope="col" className="r">
                {kind.says}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.places.map(place => (
            <tr key={place.id}>
              <th scope="row">{place.says}</th>
              {props.kinds.map(kind => (
                <td key={kind.id} className="r">
                  <Count count={place.counts[kind.id] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hasFew ? <CountLegend /> : null}
    </>
  )
}
