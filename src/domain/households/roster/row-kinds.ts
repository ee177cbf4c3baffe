import { plainText } from './cells.ts'
import { comparableHeading, comparableWord } from './cell-text.ts'
import type { Columns } from './columns.ts'
import type { Meaning } from './headings.ts'
import { firstRowOf, type SheetCell, type SheetRow } from './sheet.ts'
import { sumWords } from './words.ts'

/** What a row below the heading is. Empty rows, notes and repeated headings are skipped without a word. */
export type RowKind = 'empty' | 'note' | 'heading-again' | 'subtotal' | 'row'

const sum = new RegExp(`^(?:本组|全组|本村|全村)?(?:${sumWords.join('|')})`)

/** Columns that alone make a row speak of a person; a row with one filled cell elsewhere is a note. */
const speaking: readonly Meaning[] = ['name', 'head', 'identity-number', 'head-number', 'birth', 'relation']

export function kindOf(row: SheetRow, columns: Columns): RowKind {
  const filled = row.cells.filter(cell => firstRowOf(cell, row) === row.number && isFilled(cell))
  if (filled.length === 0) return 'empty'
  if (filled.some(cell => isOverWholeWidth(cell, columns))) return 'note'
  if (isHeadingAgain(filled, columns)) return 'heading-again'
  if (filled.slice(0, 2).some(cell => sum.test(comparableWord(plainText(cell.value))))) return 'subtotal'
  const meaning = columns.columns[(filled[0]?.column ?? 0) - 1]?.meaning ?? null
  return filled.length === 1 && (meaning === null || !speaking.includes(meaning)) ? 'note' : 'row'
}

const isFilled = (cell: SheetCell): boolean =>
  cell.value.kind === 'formula' || plainText(cell.value).trim() !== ''

function isOverWholeWidth(cell: SheetCell, columns: Columns): boolean {
  const headed = columns.columns.filter(column => column.label !== null).map(column => column.place)
  const { left, right } = cell.merged ?? { left: cell.column, right: cell.column }
  return left < right && left <= (headed[0] ?? 0) && right >= (headed.at(-1) ?? 0)
}

/** A row that prints the heading, or the words over its groups, once more: every cell is what stands over its column. */
function isHeadingAgain(filled: readonly SheetCell[], columns: Columns): boolean {
  const printed = filled.filter(cell =>
    columns.printed.get(cell.column)?.includes(comparableHeading(plainText(cell.value))),
  )
  return printed.length >= 3 || (printed.length === 2 && filled.length === 2)
}
