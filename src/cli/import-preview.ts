import type { Meaning } from '#domain/households/roster/headings.ts'
import { presentReading } from '#domain/households/roster/presenting.ts'
import type { ProblemCode, RosterRefusal } from '#domain/households/roster/problems.ts'
import type { RosterReading } from '#domain/households/roster/reading.ts'
import type { KnownVillages } from '#domain/villages/known-villages.ts'
import { chinese } from './import-words.zh-CN.ts'
import { english } from './import-words.en.ts'

/** The command's sentences in one language. */
export type ImportWords = {
  readonly usage: string
  readonly onlyDryRun: string
  readonly unknownArea: (area: string) => string
  readonly unknownVillage: (code: string) => string
  readonly unreadable: (file: string) => string
  readonly counted: (households: number, members: number) => string
  readonly headingRow: (row: number) => string
  readonly columnUnread: string
  readonly columnWithoutHeading: string
  readonly sheetsNotRead: string
  readonly firstHouseholds: string
  readonly problemsFound: (count: number) => string
  readonly row: (row: number) => string
  readonly notKept: string
  readonly bornIn: (year: number) => string
  readonly meanings: Readonly<Record<Exclude<Meaning, `tick:${string}`>, string>>
  readonly problems: Readonly<Record<ProblemCode, string>>
  readonly refusals: Readonly<Record<RosterRefusal, string>>
}

const languages = { 'zh-CN': chinese, en: english } as const

export type Language = keyof typeof languages

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text)

export const importWords = (language: Language): ImportWords => languages[language]

/** What was understood of a roster, in lines to be read: figures, columns, first households, problems by row [R2]. */
export function previewLines(
  reading: RosterReading,
  known: KnownVillages,
  words: ImportWords,
): readonly string[] {
  const presented = presentReading(reading)
  const villages = presented.villageCodes.map(code => {
    const village = known.byCode.get(code)
    const counts = presented.byVillage?.[code] ?? presented
    return `${village?.town ?? ''}${village?.name ?? ''} ${code}  ${words.counted(counts.households, counts.members)}`
  })
  const notRead =
    reading.sheetsNotRead.length > 0
      ? ['', `${words.sheetsNotRead} ${reading.sheetsNotRead.join(' · ')}`]
      : []
  const notKept = reading.notKept.length > 0 ? ['', `${words.notKept} ${reading.notKept.join(' · ')}`] : []
  const sheets = reading.sheets.flatMap(sheet => sheetLines(sheet, words))
  return [
    ...villages,
    ...sheets,
    ...notRead,
    ...householdLines(reading, words),
    ...problemLines(reading, words),
    ...notKept,
  ]
}

function sheetLines(sheet: RosterReading['sheets'][number], words: ImportWords): readonly string[] {
  const columns = sheet.columns.map(({ label, meaning }) => {
    const means = meaning === null ? words.columnUnread : meaningInWords(meaning, words)
    return `  ${label ?? words.columnWithoutHeading} → ${means}`
  })
  return ['', `${sheet.name ?? ''} ${words.headingRow(sheet.headingRow)}`.trim(), ...columns]
}

function meaningInWords(meaning: Meaning, { meanings }: ImportWords): string {
  if (isTick(meaning)) return `${meanings.categories} ${meaning.slice('tick:'.length)}`
  return meanings[meaning]
}

const isTick = (meaning: Meaning): meaning is Extract<Meaning, `tick:${string}`> =>
  meaning.startsWith('tick:')

function householdLines(reading: RosterReading, words: ImportWords): readonly string[] {
  const lines = presentReading(reading).sample.flatMap(household => [
    `  ${[household.group, household.householdNo, household.houseNote, ...household.telephones, ...household.categories].filter(text => text !== null).join(' · ')}`,
    ...household.members.map(({ name, relation, birthYear }) =>
      `    ${relation} ${name} ${birthYear === null ? '' : words.bornIn(birthYear)}`.trimEnd(),
    ),
  ])
  return ['', words.firstHouseholds, ...lines]
}

function problemLines(reading: RosterReading, words: ImportWords): readonly string[] {
  const { problems } = presentReading(reading)
  const lines = problems.map(({ sheet, row, column, code }) =>
    ['  ', sheet, words.row(row), column, words.problems[code]].filter(Boolean).join(' '),
  )
  return problems.length === 0 ? [] : ['', words.problemsFound(problems.length), ...lines]
}
