import { categories, type Category } from '../needs/need.ts'
import type { Totals } from '../needs/totals.ts'
import { hideSmall, type Flow } from './small-cells.ts'

/** A number as it may be written: null where it is not, because it is small or would give a small one away. */
export type Shown = number | null

/** A place of the table: a division code of 2, 4, 6, 9 or 12 digits, with the sums of the villages in it. */
export type Place = { readonly code: string; readonly name: string; readonly totals: Totals }

/** Places × categories of open needs: what waits where. Categories of which nothing is open anywhere are left out. */
export type OpenTable = {
  readonly categories: readonly Category[]
  readonly rows: readonly {
    readonly code: string
    readonly name: string
    readonly cells: readonly Shown[]
    readonly total: Shown
  }[]
  readonly totals: readonly Shown[]
  readonly total: Shown
}

const openStages = ['heard', 'agreed', 'in-hand', 'waiting', 'answered'] as const

/** How many needs of a category stand open in a place. */
export const openOf = (totals: Totals, category: Category): number =>
  openStages.reduce((sum, stage) => sum + (totals[`stage:${stage}:${category}`] ?? 0), 0)

/** The table as it may be read by who answers for every one of its families: nothing is hidden. */
export const openTable = (places: readonly Place[]): OpenTable => drawTable(places, () => new Set())

/**
 * The table as the office may read it. `above` are the categories that the table one level up does not write for this
 * place: none of them can be read off the places below either.
 */
export const openTableForOffice = (places: readonly Place[], above: readonly Category[] = []): OpenTable =>
  drawTable(places, (flows, drawn) =>
    hideSmall(
      flows,
      inColumns(
        flows,
        drawn.flatMap((category, at) => (above.includes(category) ? [at] : [])),
      ),
    ),
  )

/** The sums of these columns and all that makes them up: what is not written above is not written below. */
export const inColumns = (flows: readonly Flow[], columns: readonly number[]): readonly string[] =>
  flows
    .filter(({ id, to, count }) =>
      columns.some(at => id === `column:${at}` || (to === `column:${at}` && count > 0)),
    )
    .map(({ id }) => id)

/** The categories a table does not write for one of its places. */
export const hiddenIn = (table: OpenTable, code: string): readonly Category[] => {
  const row = table.rows.find(one => one.code === code)
  return table.categories.filter((_, index) => row !== undefined && row.cells[index] === null)
}

type Hide = (flows: readonly Flow[], categories: readonly Category[]) => ReadonlySet<string>

function drawTable(places: readonly Place[], hide: Hide): OpenTable {
  const drawn = categories.filter(category => places.some(({ totals }) => openOf(totals, category) > 0))
  const counts = places.map(({ totals }) => drawn.map(category => openOf(totals, category)))
  const flows = flowsOfTable(counts)
  const hidden = hide(flows, drawn)
  const countOf = new Map(flows.map(flow => [flow.id, flow.count]))
  const shown = (id: string): Shown => (hidden.has(id) ? null : (countOf.get(id) ?? 0))
  // A total stands only beside parts that all stand: whoever adds up never meets a gap.
  const sum = (id: string, parts: readonly Shown[]): Shown => (parts.includes(null) ? null : shown(id))
  const rows = places.map(({ code, name }, row) => {
    const cells = drawn.map((_, column) => shown(`cell:${row}:${column}`))
    return { code, name, cells, total: sum(`row:${row}`, cells) }
  })
  const totals = drawn.map((_, column) =>
    sum(
      `column:${column}`,
      rows.map(({ cells }) => cells[column] ?? null),
    ),
  )
  return { categories: drawn, rows, totals, total: shown('grand') }
}

/** A table as flows: the whole runs into rows, rows into columns, and the columns run back into the whole. */
export function flowsOfTable(cells: readonly (readonly number[])[]): readonly Flow[] {
  const width = cells[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) => add(cells.map(row => row[column] ?? 0)))
  return [
    ...cells.flatMap((row, at) => [
      { id: `row:${at}`, from: 'whole', to: `row:${at}`, count: add(row) },
      ...row.map((count, column) => ({
        id: `cell:${at}:${column}`,
        from: `row:${at}`,
        to: `column:${column}`,
        count,
      })),
    ]),
    ...columns.map((count, at) => ({ id: `column:${at}`, from: `column:${at}`, to: 'all', count })),
    { id: 'grand', from: 'all', to: 'whole', count: add(columns) },
  ]
}

const add = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0)
