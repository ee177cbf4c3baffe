import type { MergedRange, SheetCell, SheetRow } from '#domain/households/roster/sheet.ts'
import { TooLarge } from './limits.ts'

/**
 * Gives a merged range's cell to every row of the range: in its first column, with the range. What else stands in the
 * range is hidden in a spreadsheet, and goes. Ranges that overlap another are damaged, and are left out.
 */
export function spreadMerged(
  rows: readonly SheetRow[],
  merged: readonly MergedRange[],
  budget: { left: number },
): readonly SheetRow[] {
  if (merged.length === 0) return rows
  const rangesBy = rangesByRow(merged, rows, budget)
  const firstCells = new Map<MergedRange, SheetCell>()
  return rows.map(row => {
    const ranges = rangesBy.get(row.number)
    if (ranges === undefined) return row
    const free = row.cells.filter(cell => !ranges.some(range => covers(range, cell.column)))
    const spread = ranges.flatMap(range => {
      const own = row.number === range.top ? row.cells.find(cell => cell.column === range.left) : undefined
      if (own !== undefined) firstCells.set(range, { ...own, merged: range })
      return firstCells.get(range) ?? []
    })
    return {
      number: row.number,
      cells: [...free, ...spread].toSorted((one, other) => one.column - other.column),
    }
  })
}

/** The ranges over each row that is there, each row at most once per column. */
function rangesByRow(
  merged: readonly MergedRange[],
  rows: readonly SheetRow[],
  budget: { left: number },
): ReadonlyMap<number, readonly MergedRange[]> {
  const numbers = rows.map(row => row.number)
  const rangesBy = new Map<number, MergedRange[]>()
  for (const range of merged) {
    for (let index = firstAtLeast(numbers, range.top); index < numbers.length; index += 1) {
      const number = numbers[index]
      if (number === undefined || number > range.bottom) break
      const ranges = rangesBy.get(number) ?? []
      budget.left -= 1 + Math.floor(ranges.length / 8)
      if (budget.left < 0) throw new TooLarge('merged cells')
      if (ranges.some(other => other.left <= range.right && range.left <= other.right)) break
      rangesBy.set(number, [...ranges, range])
    }
  }
  return rangesBy
}

function firstAtLeast(numbers: readonly number[], least: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

const covers = (range: MergedRange, column: number): boolean => column >= range.left && column <= range.right
