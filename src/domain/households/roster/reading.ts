import type { Day } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { KnownVillages } from '#domain/villages/known-villages.ts'
import type { ByHand, Column, Columns } from './columns.ts'
import { householdsOf, type RosterHousehold } from './households.ts'
import type { Meaning } from './headings.ts'
import { eachOnce, refuseRoster, type Problem, type RosterDecision } from './problems.ts'
import { rowsOf, type RosterRow, type SheetRows } from './rows.ts'
import type { Sheet } from './sheet.ts'
import { comparableHeading } from './cell-text.ts'
import { mostPersonal, passedOver } from './words.ts'

/** What a roster is read with, beside its sheets. */
export type RosterReadWith = {
  readonly today: Day
  /** The villages of the host's area. */
  readonly known: KnownVillages
  /** The importer's answer where the roster names no village; null while nobody was asked [R3]. */
  readonly villageIfNone: VillageCode | null
  /** Meanings given by hand to headings that are not known [R2]. */
  readonly byHand?: ByHand
}

/** What was understood of a roster: the preview, and what would be stored once it is confirmed. */
export type RosterReading = {
  readonly households: readonly RosterHousehold[]
  readonly problems: readonly Problem[]
  readonly sheets: readonly SheetRead[]
  /** Sheets without a usable heading, in order. */
  readonly sheetsNotRead: readonly string[]
  /** Headings of columns that are taken over into no field, the most personal first. */
  readonly notKept: readonly string[]
}

export type SheetRead = {
  readonly name: string | null
  readonly headingRow: number
  readonly columns: readonly Column[]
}

/**
 * Reads a roster by the rules R1–R13; nothing is stored by it. Every sheet is read for itself, households are then
 * found over all of them. Identity numbers are used and are not in the result.
 * @refuses `empty-file`, `no-usable-heading`, `village-not-named` (ask, then read again with `villageIfNone`),
 * `village-outside-area`, `no-household`.
 */
export function readRoster(
  sheets: readonly Sheet[],
  readWith: RosterReadWith,
): RosterDecision<RosterReading> {
  if (sheets.every(sheet => sheet.rows.length === 0)) return refuseRoster('empty-file')
  const read = sheets.flatMap((sheet, sheetIndex) => {
    const { known, today, byHand = new Map() } = readWith
    const label = sheets.length > 1 ? sheet.name : null
    const rows = rowsOf(sheet, { label, sheetIndex, known, today, byHand })
    return rows === null ? [] : [{ sheet, ...rows }]
  })
  if (read.length === 0) return refuseRoster('no-usable-heading')
  const rows = read.flatMap(sheet => sheet.rows.map(row => inVillage(row, readWith.villageIfNone)))
  if (rows.some(row => row.village.kind === 'not-named')) return refuseRoster('village-not-named')
  const { households, problems } = householdsOf(rows)
  if (households.length === 0)
    return refuseRoster(
      rows.some(row => row.village.kind === 'elsewhere') ? 'village-outside-area' : 'no-household',
    )
  return {
    ok: true,
    value: {
      households,
      problems: eachOnce([...read.flatMap(sheet => sheet.problems), ...problems]),
      sheets: read.map(({ sheet, columns }) => ({ name: sheet.name, ...headingOf(columns) })),
      sheetsNotRead: sheets
        .filter(sheet => !read.some(one => one.sheet === sheet))
        .map(sheet => sheet.name ?? ''),
      notKept: notKept(read),
    },
  }
}

const inVillage = (row: RosterRow, villageIfNone: VillageCode | null): RosterRow =>
  row.village.kind === 'not-named' && villageIfNone !== null
    ? { ...row, village: { kind: 'known', code: villageIfNone } }
    : row

const headingOf = ({ headingRow, columns }: Columns) => ({ headingRow, columns })

/** Meanings whose cells are looked at and become a field of no household. */
const usedAndNotKept: readonly Meaning[] = ['identity-number', 'head-number']

function notKept(read: readonly SheetRows[]): readonly string[] {
  const left = read.flatMap(({ columns }) => columns.columns).filter(isNotKept)
  const labels = new Set(
    left.toSorted((one, other) => rankOf(one) - rankOf(other)).flatMap(column => column.label ?? []),
  )
  return [...labels]
}

const isNotKept = ({ label, meaning }: Column): boolean =>
  label !== null &&
  (meaning === null ? !passedOver.includes(comparableHeading(label)) : usedAndNotKept.includes(meaning))

function rankOf({ label, meaning }: Column): number {
  if (meaning !== null) return -1
  const rank = mostPersonal.indexOf(comparableHeading(label ?? ''))
  return rank === -1 ? mostPersonal.length : rank
}
