import { asDay } from '#domain/base/days.ts'
import type { RosterHousehold } from '#domain/households/roster/households.ts'
import type { ProblemCode } from '#domain/households/roster/problems.ts'
import { readRoster, type RosterReading, type RosterReadWith } from '#domain/households/roster/reading.ts'
import type { CellValue, Sheet, SheetRow } from '#domain/households/roster/sheet.ts'
import { asVillageCode } from '#domain/base/ids.ts'
import { checkDigitOf } from '#domain/households/identity-number.ts'
import { knownVillages } from '#domain/villages/known-villages.ts'
import type { Village } from '#domain/villages/village.ts'
import { spreadMerged } from '#server/rosters/merged-cells.ts'

/** A cell as a test writes it: a text, a number, or a value of another kind; null for nothing. */
export type Written = string | number | CellValue | null

export const formula: CellValue = { kind: 'formula' }
export const dateCell = (day: string): CellValue => ({ kind: 'date', day })

/** A sheet of these rows, the first being row 1. Merged ranges as [top, left, bottom, right]. */
export function sheetOf(
  rows: readonly (readonly Written[])[],
  merged: readonly (readonly [number, number, number, number])[] = [],
  name: string | null = null,
): Sheet {
  const plain = rows.map((cells, index): SheetRow => ({
    number: index + 1,
    cells: cells.flatMap((written, place) =>
      written === null ? [] : [{ column: place + 1, value: valueOf(written), merged: null }],
    ),
  }))
  const ranges = merged.map(([top, left, bottom, right]) => ({ top, left, bottom, right }))
  return { name, rows: spreadMerged(plain, ranges, { left: 100_000 }) }
}

function valueOf(written: string | number | CellValue): CellValue {
  if (typeof written === 'string') return { kind: 'text', text: written }
  return typeof written === 'number' ? { kind: 'number', number: written } : written
}

const village = (code: string, town: string, name: string): Village => ({
  code: asVillageCode(code),
  province: '湖北省',
  city: '十堰市',
  county: '房县',
  town,
  name,
})

/** Two towns, and one village name that stands in both. */
export const knownHere = knownVillages([
  village('420325107200', '白鹤镇', '孙家湾村'),
  village('420325107201', '白鹤镇', '双柏村'),
  village('420325101201', '军店镇', '双柏村'),
  village('420325101202', '军店镇', '双柏村新区'),
])

export const readWith: RosterReadWith = {
  today: asDay('2026-04-01'),
  known: knownHere,
  villageIfNone: asVillageCode('420325107200'),
}

/** Reads these sheets; a refusal is a failure of the test. */
export function readSheetsOf(sheets: readonly Sheet[], other: Partial<RosterReadWith> = {}): RosterReading {
  const reading = readRoster(sheets, { ...readWith, ...other })
  if (!reading.ok) throw new Error(reading.because)
  return reading.value
}

/** The problems of a reading as `row column code`, with the sheet before it where there are several. */
export const problemsOf = (reading: RosterReading): readonly string[] =>
  reading.problems.map(({ sheet, row, column, code }) =>
    [sheet, row, column, code].filter(part => part !== null).join(' '),
  )

export const codesOf = (reading: RosterReading): readonly ProblemCode[] =>
  reading.problems.map(({ code }) => code)

/** The members' names, household by household. */
export const namesOf = (households: readonly RosterHousehold[]): readonly (readonly string[])[] =>
  households.map(household => household.members.map(member => member.name))

/** An invented identity number of the county that passes the check. */
export function identityNumber(born: string, serial: number): string {
  const begun = `420325${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return begun + checkDigitOf(begun)
}
