import { Count, type OfficeCount } from './Count.tsx'

const LIGHTEST = 0.16
const STEP = 0.14

/** Counts as bars, each darker than the one above it: how long what is open has been open. The number stands beside each. */
export function Bars(props: {
  readonly rows: readonly { readonly id: string; readonly says: string; readonly count: OfficeCount }[]
}) {
  const length = (count: OfficeCount): number => (count === 'few' ? 3 : count)
  const longest = Math.max(1, ...props.rows.map(row => length(row.count)))
  return (
    <dl className="bars">
      {props.rows.map((row, place) => (
        <div key={row.id} className="contents">
          <dt>{row.says}</dt>
          <dd>
            {row.count === 'few' ? null : (
              <span
                className="bar-of"
                aria-hidden="true"
                style={{
                  // The number has its room beside the longest bar too, so that all bars keep their proportion.
                  width: `calc((100% - 44px) * ${String(length(row.count) / longest)})`,
                  opacity: Math.min(0.8, LIGHTEST + STEP * place),
                }}
              />
            )}
            <span>
              <Count count={row.count} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
