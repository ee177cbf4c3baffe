/** Everything that can be found in a roster, with what becomes of it. The sentence is made on the screen. */
export const problemCodes = {
  'subtotal-row': 'A line that adds up (合计, 小计 …). The row is skipped.',
  deceased: "The row's person is marked as dead [R10]. The row is skipped.",
  'moved-out': "The row's person is marked as gone [R10]. The row is skipped.",
  'missing-name': 'No name, though the row speaks of a person. The row is refused.',
  'unknown-village': "The row's village is none of the host's area [R3]. The row is refused.",
  'check-digit': 'Identity number of wrong length, form, date or check digit [R7]. The number tells nothing.',
  'lost-digits': 'A spreadsheet has rounded the identity number [R7]. The number tells nothing.',
  'bad-date': 'A birth that cannot be read [R8]. It is read as empty.',
  'two-telephones': 'Two or more telephone numbers in one cell [R9]. All are kept.',
  'duplicate-household': 'The head is already head of a household above [R12]. The rows are joined to it.',
  'duplicate-person':
    'The person stood above already [R12]. Within one household counted once, otherwise kept in both places.',
  formula: 'A formula, or a text that would become one [R5]. The cell is read as empty.',
  'too-long': 'More than 500 characters [R5]. The cell is read as empty.',
  'control-characters': 'Characters that show nothing or turn the reading direction [R5]. They are removed.',
} as const

export type ProblemCode = keyof typeof problemCodes

/** A problem with its place. `sheet` is null where the file has only one; `column` is null for the row as a whole. */
export type Problem = {
  readonly sheet: string | null
  readonly row: number
  readonly column: string | null
  readonly code: ProblemCode
}

/** Each problem once, in the order found. */
export function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(problem => {
    const key = JSON.stringify([problem.sheet, problem.row, problem.column, problem.code])
    return !seen.has(key) && seen.add(key)
  })
}

/** Why a whole file is not read. Nothing is stored, nothing was. The sentence is made on the screen. */
export const rosterRefusals = {
  'not-a-spreadsheet': 'The file is neither .xlsx nor .csv, or is damaged.',
  'old-spreadsheet': 'An .xls file, or one locked with a password: to be saved as .xlsx without a password.',
  'empty-file': 'The file holds no cell with anything in it.',
  'too-large': 'The file is larger than a county of rosters, packed or unpacked.',
  'no-usable-heading': 'No sheet has a heading with three known words, one of them a name or a head [R2].',
  'village-not-named': 'Neither columns nor title say which village it is: the importer is asked [R3].',
  'village-outside-area': "What the roster says of its village is none of the host's area [R3].",
  'no-household': 'The heading is understood, and no row below it makes a household.',
} as const

export type RosterRefusal = keyof typeof rosterRefusals

export type RosterDecision<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: RosterRefusal }

export const refuseRoster = (
  because: RosterRefusal,
): { readonly ok: false; readonly because: RosterRefusal } => ({
  ok: false,
  because,
})
