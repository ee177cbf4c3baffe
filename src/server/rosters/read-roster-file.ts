import { refuseRoster, type RosterDecision } from '#domain/households/roster/problems.ts'
import { readRoster, type RosterReading, type RosterReadWith } from '#domain/households/roster/reading.ts'
import type { Sheet } from '#domain/households/roster/sheet.ts'
import { readCsv } from './csv.ts'
import { NotASpreadsheet, rosterLimits, TooLarge, type RosterLimits } from './limits.ts'
import { readXlsx } from './xlsx.ts'

const zipBegins = Buffer.from('PK')
const oldBegins = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/**
 * Reads a roster file by the rules R1–R13; stores nothing.
 * @refuses `not-a-spreadsheet`, `old-spreadsheet`, `too-large`, and what `readRoster` refuses.
 */
export async function readRosterFile(
  file: Buffer,
  readWith: RosterReadWith,
  limits: RosterLimits = rosterLimits,
): Promise<RosterDecision<RosterReading>> {
  const sheets = await readSheets(file, limits)
  return sheets.ok ? readRoster(sheets.value, readWith) : sheets
}

/** Reads the sheets of a file by what it is, not by what it is called [R1]. */
export async function readSheets(
  file: Buffer,
  limits: RosterLimits = rosterLimits,
): Promise<RosterDecision<readonly Sheet[]>> {
  if (file.length === 0) return refuseRoster('empty-file')
  if (file.length > limits.fileBytes) return refuseRoster('too-large')
  if (begins(file, oldBegins)) return refuseRoster('old-spreadsheet')
  try {
    const value = begins(file, zipBegins) ? await readXlsx(file, limits) : readText(file, limits)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof TooLarge) return refuseRoster('too-large')
    if (isBroken(error)) return refuseRoster('not-a-spreadsheet')
    throw error
  }
}

function readText(file: Buffer, limits: RosterLimits): readonly Sheet[] {
  if (file.includes(0)) throw new NotASpreadsheet('bytes')
  return readCsv(file, limits)
}

/** A damaged file: said by this folder, by zlib, or by a number in it that points outside of it. */
const isBroken = (error: unknown): boolean =>
  error instanceof NotASpreadsheet ||
  (error instanceof Error &&
    'code' in error &&
    /^(?:Z_|ERR_OUT_OF_RANGE|ERR_BUFFER)/.test(String(error.code)))

const begins = (file: Buffer, signature: Buffer): boolean =>
  file.subarray(0, signature.length).equals(signature)
