/**
 * A sheet as the pure part of the importer sees it: rows of cells with kinds, whatever file they came from.
 * Rows and cells that hold nothing may be left out. Rows and columns count from 1, as the spreadsheet does.
 */
export type Sheet = {
  /** Null for a file that has no sheets with names (CSV). */
  readonly name: string | null
  readonly rows: readonly SheetRow[]
}

export type SheetRow = {
  readonly number: number
  /** By column, ascending. */
  readonly cells: readonly SheetCell[]
}

export type SheetCell = {
  readonly column: number
  readonly value: CellValue
  /** The range this cell is merged over; in the rows below its first, the cell stands again with the same value. */
  readonly merged: MergedRange | null
}

export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** A date cell; the day as `1965-03-12`, not yet looked at. */
  | { readonly kind: 'date'; readonly day: string }
  /** A cell with a formula. It is never evaluated, and its stored result is not handed on [R5]. */
  | { readonly kind: 'formula' }

export type MergedRange = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The row in which a cell begins: its own, or the first row of what it is merged over. */
export const firstRowOf = (cell: SheetCell, row: SheetRow): number => cell.merged?.top ?? row.number

/** True when the cell is merged over several columns. */
export const spansColumns = (cell: SheetCell): boolean =>
  cell.merged !== null && cell.merged.right > cell.merged.left
