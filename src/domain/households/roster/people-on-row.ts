import type { Day } from '#domain/base/days.ts'
import { readIdentityNumber, type IdentityNumber } from '../identity-number.ts'
import { readBirthCell } from './birth.ts'
import { joinChinese } from './cell-text.ts'
import { plainText, textAt, type ReadCell, type RowCells } from './cells.ts'
import type { Meaning } from './headings.ts'
import { markAfterName, markIn, withoutMark, type Mark } from './marks.ts'
import { readMembers } from './members-in-one-cell.ts'
import type { Problem, ProblemCode } from './problems.ts'
import { headRelation, relationName } from './relation.ts'
import { nothingWords } from './words.ts'

/** A person as a row tells of them. The number is there for finding duplicates and goes no further [R12]. */
export type Person = {
  readonly name: string
  readonly relation: string
  readonly birthYear: number | null
  readonly number: string | null
}

/** What a row, or the head's own columns in it, says of one person. */
export type PersonTold =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'told'; readonly person: Person; readonly problems: readonly Problem[] }
  | { readonly kind: 'nameless'; readonly relation: string; readonly problem: Problem }
  | { readonly kind: 'marked'; readonly person: Person; readonly mark: Mark; readonly problem: Problem }

/** Where on a row a person stands: which columns, and what the sheet makes of an unsaid relation. */
export type PersonPlace = {
  readonly name: Meaning
  readonly numbers: readonly Meaning[]
  readonly births: readonly Meaning[]
  readonly relation: Meaning | null
  readonly unsaidRelation: string
  /** Columns that speak of a person even where the name is missing. */
  readonly speaking: readonly Meaning[]
}

export type RowContext = { readonly sheet: string | null; readonly row: number; readonly today: Day }

/** Reads one person from a row. A missing name refuses the row, a mark skips it; neither is checked further. */
export function personAt(
  cells: RowCells,
  place: PersonPlace,
  label: string | null,
  context: RowContext,
): PersonTold {
  const nameCell = cells.get(place.name)
  const written = joinChinese(nameCell?.text ?? '')
  const said = place.relation === null ? '' : relationName(textAt(cells, place.relation))
  if (written === '') {
    const speaks = place.speaking.some(meaning => !isNothing(textAt(cells, meaning)))
    if (!speaks) return { kind: 'nobody' }
    return {
      kind: 'nameless',
      relation: said,
      problem: problemAt(context, context.row, label, 'missing-name'),
    }
  }
  const person = {
    name: written,
    relation: said === '' ? place.unsaidRelation : said,
    birthYear: null,
    number: null,
  }
  const mark = markAfterName(written)
  if (mark !== null && nameCell !== undefined)
    return {
      kind: 'marked',
      person,
      mark,
      problem: problemAt(context, nameCell.row, nameCell.label, mark.code),
    }
  return { kind: 'told', ...withNumberAndBirth(person, cells, place, context) }
}

/** The same person when a remark of the row marks them; where nobody is told of, nobody is marked. */
export function markedBy(told: PersonTold, cells: RowCells, context: RowContext): PersonTold {
  if (told.kind !== 'told') return told
  for (const meaning of ['remarks', 'changes'] as const) {
    const cell = cells.get(meaning)
    const mark = markIn(cell?.text ?? '')
    if (cell !== undefined && mark !== null)
      return {
        kind: 'marked',
        person: told.person,
        mark,
        problem: problemAt(context, cell.row, cell.label, mark.code),
      }
  }
  return told
}

/** The members named in one cell [R11]; one that is marked is skipped and reported at the cell. */
export function membersAt(cells: RowCells, context: RowContext): readonly PersonTold[] {
  const cell = cells.get('members-in-one-cell')
  if (cell === undefined) return []
  return readMembers(cell.lines, context.today).map(({ name, relation, birthYear, mark }): PersonTold => {
    const person = { name, relation, birthYear, number: null }
    return mark === null
      ? { kind: 'told', person, problems: [] }
      : { kind: 'marked', person, mark, problem: problemAt(context, cell.row, cell.label, mark.code) }
  })
}

/** True for the person a name in the head's column means. */
export const isNamed = (told: PersonTold, head: string): boolean =>
  (told.kind === 'told' || told.kind === 'marked') && withoutMark(told.person.name) === withoutMark(head)

export const isHeadTold = (told: PersonTold): boolean =>
  (told.kind === 'nameless' && told.relation === headRelation) ||
  ((told.kind === 'told' || told.kind === 'marked') && told.person.relation === headRelation)

export const problemAt = (
  context: RowContext,
  row: number,
  column: string | null,
  code: ProblemCode,
): Problem => ({ sheet: context.sheet, row, column, code })

/** The birth year comes from the birth column, else from a number without problem [R8]; the number is checked anyway [R7]. */
function withNumberAndBirth(
  person: Person,
  cells: RowCells,
  place: PersonPlace,
  context: RowContext,
): { readonly person: Person; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const numberCell = firstFilled(cells, place.numbers)
  const number = numberCell === null ? ({ kind: 'none' } as const) : readNumber(numberCell, context.today)
  if (numberCell !== null && (number.kind === 'lost-digits' || number.kind === 'wrong')) {
    const code = number.kind === 'wrong' ? 'check-digit' : 'lost-digits'
    problems.push(problemAt(context, numberCell.row, numberCell.label, code))
  }
  const birthCell = firstFilled(cells, place.births)
  const birth =
    birthCell === null
      ? ({ kind: 'nothing' } as const)
      : readBirthCell(birthCell.value, birthCell.text, context.today)
  if (birthCell !== null && birth.kind === 'unreadable')
    problems.push(problemAt(context, birthCell.row, birthCell.label, 'bad-date'))
  const toldByNumber = number.kind === 'whole' || number.kind === 'old' ? number.birthYear : null
  const birthYear = birth.kind === 'year' ? birth.year : toldByNumber
  return {
    person: { ...person, birthYear, number: number.kind === 'whole' ? number.number : null },
    problems,
  }
}

/** A numeric cell of more than 15 digits has lost some, whatever they look like [R7]. */
function readNumber(cell: ReadCell, today: Day): IdentityNumber {
  const tooLong = cell.value.kind === 'number' && plainText(cell.value).length > 15
  return tooLong ? { kind: 'lost-digits' } : readIdentityNumber(cell.text, today)
}

const firstFilled = (cells: RowCells, meanings: readonly Meaning[]): ReadCell | null =>
  meanings.map(meaning => cells.get(meaning)).find(cell => cell !== undefined && !isNothing(cell.text)) ??
  null

const isNothing = (text: string): boolean => text === '' || nothingWords.includes(text)
