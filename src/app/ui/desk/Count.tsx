import { useDeskWords } from '#app/i18n/desk-words.tsx'

/** A count as the office sees it: `few` is fewer than five and is not written. */
export type OfficeCount = number | 'few'

const digits = new Intl.NumberFormat('en-US')

/** 1,284; for text that is read, not drawn. */
export const writeCount = (count: OfficeCount, few: string): string =>
  count === 'few' ? few : digits.format(count)

/** A count in a cell; fewer than five is hatched. */
export function Count({ count }: { readonly count: OfficeCount }) {
  const words = useDeskWords('shell')
  if (count !== 'few') return <>{digits.format(count)}</>
  return (
    <>
      <span className="hid" title={words.fewerThanFive} aria-hidden="true" />
      <span className="unseen">{words.fewerThanFive}</span>
    </>
  )
}

/** What the hatching means, said once under a table or a picture. */
export function CountLegend() {
  const words = useDeskWords('shell')
  return (
    <p className="legend">
      <span>
        <span className="hid" aria-hidden="true" /> {words.fewerThanFiveMeans}
      </span>
    </p>
  )
}
