import { comparableHeading, headingLabel } from './cell-text.ts'
import { isOfHelpfulCadres, meaningOfHeading, type Meaning } from './headings.ts'
import { spansColumns, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

/** A column of a sheet, as its heading says it. */
export type Column = {
  readonly place: number
  /** The heading as written, without spaces and line breaks; `group/heading` where one text heads several columns. */
  readonly label: string | null
  /** Null for a column that is not known, not the household's, or the second of one meaning: its cells stay unread. */
  readonly meaning: Meaning | null
}

/** The columns of a sheet with the row they were read from. */
export type Columns = {
  /** The last row of the heading; rows above are the title. */
  readonly headingRow: number
  readonly columns: readonly Column[]
  /** For finding a heading that is printed again: what stands over each column, heading and group word. */
  readonly printed: ReadonlyMap<number, readonly string[]>
}

/** Meanings given by hand to headings that are not known, by the heading as compared. */
export type ByHand = ReadonlyMap<string, Meaning>

const rowsLookedAt = 15
const headingsNeeded = 3

/**
 * Finds a sheet's heading: the first row, within the first 15, with at least three known headings, one of them a
 * name or a head; of a heading of two rows, the second. Null when the sheet has none [R2].
 */
export function columnsOf(sheet: Sheet, byHand: ByHand): Columns | null {
  const top = sheet.rows.filter(row => row.number <= rowsLookedAt)
  const first = top.findIndex(row => isHeading(row, byHand))
  const row = top[first]
  if (row === undefined) return null
  const below = top[first + 1]
  const twoRows =
    below !== undefined && row.cells.some(isGroupWord) && knownIn(below, byHand).length >= headingsNeeded
  return twoRows ? readColumns(below, row, byHand) : readColumns(row, top[first - 1], byHand)
}

/** A cell that heads several columns; one merged over all is the title, and heads none. */
const isGroupWord = (cell: SheetCell): boolean => spansColumns(cell) && textOf(cell) !== ''

function isHeading(row: SheetRow, byHand: ByHand): boolean {
  const known = knownIn(row, byHand)
  return known.length >= headingsNeeded && known.some(meaning => meaning === 'name' || meaning === 'head')
}

const knownIn = (row: SheetRow, byHand: ByHand): readonly Meaning[] =>
  row.cells.filter(cell => !isGroupWord(cell)).flatMap(cell => meaningOf(textOf(cell), byHand) ?? [])

const meaningOf = (written: string, byHand: ByHand): Meaning | null =>
  meaningOfHeading(written) ?? byHand.get(comparableHeading(written)) ?? null

function readColumns(row: SheetRow, above: SheetRow | undefined, byHand: ByHand): Columns {
  const headed = row.cells.filter(cell => textOf(cell) !== '')
  const last = Math.max(...row.cells.map(cell => cell.merged?.right ?? cell.column))
  const groups = groupWords(above, row.number, last)
  const texts = headed.map(cell => headingLabel(textOf(cell)))
  const taken = new Set<Meaning>()
  const columns = Array.from({ length: last }, (_, index): Column => {
    const place = index + 1
    const cell = headed.find(cell => cell.column === place)
    if (cell === undefined) return { place, label: null, meaning: null }
    const text = headingLabel(textOf(cell))
    const group = groups.get(place) ?? null
    const severally = group !== null && texts.filter(other => other === text).length > 1
    const meaning = isOfHelpfulCadres(text) || isOfHelpfulCadres(group ?? '') ? null : meaningOf(text, byHand)
    const free = meaning !== null && !taken.has(meaning)
    if (free) taken.add(meaning)
    return { place, label: severally ? `${group}/${text}` : text, meaning: free ? meaning : null }
  })
  return { headingRow: row.number, columns, printed: printedOver(headed, groups, last) }
}

/** The words over groups of columns: cells of the row directly above, merged over several columns but not over all. */
function groupWords(
  above: SheetRow | undefined,
  headingRow: number,
  last: number,
): ReadonlyMap<number, string> {
  const groups = new Map<number, string>()
  if (above === undefined || above.number !== headingRow - 1) return groups
  for (const cell of above.cells.filter(isGroupWord)) {
    const { left, right, bottom } = cell.merged ?? { left: 0, right: 0, bottom: 0 }
    if (bottom >= headingRow || (left === 1 && right >= last)) continue
    for (let place = left; place <= right; place += 1) groups.set(place, headingLabel(textOf(cell)))
  }
  return groups
}

function printedOver(
  headed: readonly SheetCell[],
  groups: ReadonlyMap<number, string>,
  last: number,
): ReadonlyMap<number, readonly string[]> {
  return new Map(
    Array.from({ length: last }, (_, index) => {
      const heading = headed.find(cell => cell.column === index + 1)
      const words = [heading === undefined ? '' : textOf(heading), groups.get(index + 1) ?? '']
      return [index + 1, words.map(comparableHeading).filter(word => word !== '')]
    }),
  )
}

const textOf = (cell: SheetCell): string => (cell.value.kind === 'text' ? cell.value.text.trim() : '')
