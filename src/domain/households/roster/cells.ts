import { cleanText } from './cell-text.ts'
import type { Columns } from './columns.ts'
import type { Meaning } from './headings.ts'
import type { Problem } from './problems.ts'
import { firstRowOf, type CellValue, type SheetRow } from './sheet.ts'

/** A cell of a column that is read, cleaned by R5. A cell merged downwards is read for each of its rows. */
export type ReadCell = {
  readonly text: string
  /** With line breaks. */
  readonly lines: string
  readonly value: CellValue
  /** The row it begins in, where its problems are reported. */
  readonly row: number
  readonly label: string | null
}

export type RowCells = ReadonlyMap<Meaning, ReadCell>

const emptyText: CellValue = { kind: 'text', text: '' }

/** The cells of a row that are looked at, by what their column means, with what R5 found in them. */
export function readCells(
  row: SheetRow,
  columns: Columns,
  sheet: string | null,
): { readonly cells: RowCells; readonly problems: readonly Problem[] } {
  const cells = new Map<Meaning, ReadCell>()
  const problems: Problem[] = []
  for (const cell of row.cells) {
    const column = columns.columns[cell.column - 1]
    if (column === undefined || column.meaning === null) continue
    const clean = cleanText(plainText(cell.value))
    const wrong = cell.value.kind === 'formula' ? (['formula'] as const) : clean.wrong
    const first = firstRowOf(cell, row)
    problems.push(...wrong.map(code => ({ sheet, row: first, column: column.label, code })))
    // A text read as empty is empty; a number or a date is as it is.
    const value = cell.value.kind === 'text' ? emptyText : cell.value
    cells.set(column.meaning, {
      text: clean.text,
      lines: clean.lines,
      value,
      row: first,
      label: column.label,
    })
  }
  return { cells, problems }
}

/** What a cell shows: a whole number with all its digits, a date as its day, a formula as nothing [R5]. */
export function plainText(value: CellValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      return Number.isInteger(value.number) ? BigInt(value.number).toString() : String(value.number)
    case 'date':
      return value.day
    case 'formula':
      return ''
    default:
      return value satisfies never
  }
}

export const textAt = (cells: RowCells, meaning: Meaning): string => cells.get(meaning)?.text ?? ''
