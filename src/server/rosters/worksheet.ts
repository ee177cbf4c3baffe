import { dayOfNumber } from '#domain/households/roster/birth.ts'
import type { CellValue, MergedRange, SheetCell, SheetRow } from '#domain/households/roster/sheet.ts'
import { TooLarge } from './limits.ts'
import { spreadMerged } from './merged-cells.ts'
import { decodeEscapes, type Workbook } from './workbook.ts'
import { readXml } from './xml.ts'

/** The widest sheet looked at; Excel's has 16,384 columns, and a cell far to the right is nobody's roster. */
const widest = 512

/** What a cell is made of in the sheet's XML. */
type WrittenCell = { column: number; kind: string; style: number; text: string; isFormula: boolean }

/** Counts the cells of all sheets down to nothing. */
export type CellBudget = { left: number }

/**
 * Reads the rows of a sheet while its XML runs by. Merged ranges stand in the XML after all rows, so they are spread
 * over the rows once these are known: one pass, and nothing of the XML is held.
 */
export async function readWorksheet(
  pieces: AsyncIterable<string>,
  workbook: Workbook,
  budget: CellBudget,
): Promise<readonly SheetRow[]> {
  const rows: { number: number; cells: SheetCell[] }[] = []
  const merged: MergedRange[] = []
  let cell: WrittenCell | null = null
  let inText = false
  await readXml(pieces, {
    open(name, attributes) {
      const row = rows.at(-1)
      if (name === 'row') rows.push({ number: Number(attributes['r'] ?? (row?.number ?? 0) + 1), cells: [] })
      else if (name === 'c' && row !== undefined)
        cell = newCell(attributes, (row.cells.at(-1)?.column ?? 0) + 1)
      else if (name === 'f' && cell !== null) cell.isFormula = true
      else if (name === 'mergeCell') merged.push(...rangeOf(attributes['ref'] ?? ''))
      inText = name === 'v' || name === 't'
    },
    text(more) {
      if (inText && cell !== null) cell.text += more
    },
    close(name) {
      inText = false
      if (name !== 'c' || cell === null) return
      const value = valueOf(cell, workbook)
      if (value !== null && cell.column <= widest) {
        rows.at(-1)?.cells.push({ column: cell.column, value, merged: null })
        // A shared text costs nothing to unpack and much to read a million times over.
        budget.left -= 1 + (value.kind === 'text' ? Math.floor(value.text.length / 100) : 0)
      }
      if (budget.left < 0) throw new TooLarge('cells')
      cell = null
    },
  })
  return spreadMerged(inOrder(rows), merged, budget)
}

/** Rows and cells as a spreadsheet would show them, whatever order a program wrote them in; the last of two counts. */
function inOrder(rows: readonly SheetRow[]): readonly SheetRow[] {
  const sorted = (row: SheetRow): SheetRow => ({
    number: row.number,
    cells: [...new Map(row.cells.map(cell => [cell.column, cell])).values()].toSorted(
      (one, other) => one.column - other.column,
    ),
  })
  const byNumber = new Map(rows.filter(row => Number.isSafeInteger(row.number)).map(row => [row.number, row]))
  return [...byNumber.values()].toSorted((one, other) => one.number - other.number).map(sorted)
}

const newCell = (attributes: Readonly<Record<string, string>>, next: number): WrittenCell => ({
  column: attributes['r'] === undefined ? next : columnOf(attributes['r']),
  kind: attributes['t'] ?? 'n',
  style: Number(attributes['s'] ?? 0),
  text: '',
  isFormula: false,
})

/** What a cell holds; null for an empty one and for an error value. */
function valueOf(cell: WrittenCell, { sharedTexts, datedStyles, from1904 }: Workbook): CellValue | null {
  if (cell.isFormula) return { kind: 'formula' }
  switch (cell.kind) {
    case 's':
      return textValue(sharedTexts[Number(cell.text)] ?? '')
    case 'inlineStr':
    case 'str':
      return textValue(decodeEscapes(cell.text))
    case 'd':
      return textValue(cell.text.slice(0, 10))
    case 'b':
      return textValue(cell.text === '1' ? 'TRUE' : 'FALSE')
    case 'e':
      return null
    default: {
      const number = Number(cell.text)
      if (cell.text.trim() === '' || !Number.isFinite(number)) return null
      const day = datedStyles[cell.style] === true ? dayOfNumber(from1904 ? number + 1462 : number) : null
      return day === null ? { kind: 'number', number } : { kind: 'date', day }
    }
  }
}

const textValue = (text: string): CellValue | null => (text === '' ? null : { kind: 'text', text })

/** `AB12` → 28. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference.toUpperCase())?.[1] ?? ''
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

function rangeOf(reference: string): readonly MergedRange[] {
  const [from = '', to = ''] = reference.split(':')
  const range = { top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) }
  return range.top > 0 && range.left > 0 && range.bottom >= range.top && range.right >= range.left
    ? [range]
    : []
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0)
