import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayOf, instantOf, type Day } from '#domain/base/days.ts'
import type { RosterHousehold } from '#domain/households/roster/households.ts'
import { householdsToRegister, presentReading } from '#domain/households/roster/presenting.ts'
import { refuseRoster, type RosterDecision, type RosterRefusal } from '#domain/households/roster/problems.ts'
import type { RosterReading } from '#domain/households/roster/reading.ts'
import { knownVillages, villageByCode, type KnownVillages } from '#domain/villages/known-villages.ts'
import { rosterLimits } from '#server/rosters/limits.ts'
import { readRosterFile } from '#server/rosters/read-roster-file.ts'
import { villagesOf } from '#server/villages/divisions.ts'
import { importWords, isLanguage, previewLines, type ImportWords } from './import-preview.ts'

/** Registers the households of a confirmed roster; gives a line to be shown. */
export type RegisterHouseholds = (households: readonly RosterHousehold[], area: string) => Promise<string>

/** What the command needs of the world; each part can be given, in tests and by who wires the storing. */
export type ImportParts = {
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  readonly today: Day
  /** Null while nothing can be stored: only `--dry-run` is then possible. */
  readonly register: RegisterHouseholds | null
}

/** The county of the demo campaign: 房县. */
const demoArea = '420325'

const options = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  area: { type: 'string', default: demoArea },
  village: { type: 'string' },
  language: { type: 'string', default: 'zh-CN' },
} as const

/**
 * `import FILE [--dry-run] [--json] [--area CODE] [--village CODE] [--language zh-CN|en]`: reads a roster, shows what
 * was understood, and registers the households unless it is a dry run. `--village` answers for a roster that names
 * none. A dry run needs no database. Ends with 0, with 1 when the roster is refused, with 2 when asked wrongly.
 */
export async function importRoster(
  args: readonly string[],
  given: Partial<ImportParts> = {},
): Promise<number> {
  const parts = { ...worldParts(), ...given }
  const asked = readArgs(args)
  if (asked === null) return askedWrongly(parts, importWords('zh-CN').usage)
  const words = importWords(asked.language)
  const known = knownVillages(villagesOf(asked.area))
  if (known.byCode.size === 0) return askedWrongly(parts, words.unknownArea(asked.area))
  const village = asked.village === undefined ? null : villageByCode(known, asked.village)
  if (asked.village !== undefined && village === null)
    return askedWrongly(parts, words.unknownVillage(asked.village))

  const reading = await readFileOf(asked.file, { today: parts.today, known, villageIfNone: village })
  if (reading === null) return askedWrongly(parts, words.unreadable(asked.file))
  if (!reading.ok) return refused(parts, reading.because, asked.json, words)
  show(parts, reading.value, known, asked.json ? null : words)
  if (asked.isDryRun) return 0
  if (parts.register === null) return askedWrongly(parts, words.onlyDryRun)
  parts.print(await parts.register(householdsToRegister(reading.value), asked.area))
  return 0
}

const worldParts = (): ImportParts => ({
  print: line => console.log(line),
  complain: line => console.error(line),
  today: dayOf(instantOf(Date.now())),
  register: null,
})

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file] = positionals
    const { area, village, language, json } = values
    if (file === undefined || positionals.length > 1 || !isLanguage(language)) return null
    return { file, area, village, language, json, isDryRun: values['dry-run'] }
  } catch {
    return null
  }
}

/** Null when there is no such file or it may not be read. */
async function readFileOf(
  file: string,
  readWith: Parameters<typeof readRosterFile>[1],
): Promise<RosterDecision<RosterReading> | null> {
  try {
    // The size is looked at first, so that a huge file is not taken into memory to be refused.
    if ((await stat(file)).size > rosterLimits.fileBytes) return refuseRoster('too-large')
    return await readRosterFile(await readFile(file), readWith)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return null
    throw error
  }
}

function show(
  parts: ImportParts,
  reading: RosterReading,
  known: KnownVillages,
  words: ImportWords | null,
): void {
  if (words === null) parts.print(JSON.stringify(presentReading(reading), null, 1))
  else for (const line of previewLines(reading, known, words)) parts.print(line)
}

function refused(parts: ImportParts, because: RosterRefusal, json: boolean, words: ImportWords): number {
  if (json) parts.print(JSON.stringify({ refused: because }, null, 1))
  parts.complain(words.refusals[because])
  return 1
}

function askedWrongly(parts: ImportParts, line: string): number {
  parts.complain(line)
  return 2
}
