import type { Day } from '#domain/base/days.ts'
import type { KnownVillages } from '#domain/villages/known-villages.ts'
import { cleanText } from './cell-text.ts'
import { isTicked, readCategories } from './categories.ts'
import { readCells, textAt, type RowCells } from './cells.ts'
import { columnsOf, type ByHand, type Columns } from './columns.ts'
import { groupName } from './group.ts'
import { categoryOfTick, type Meaning } from './headings.ts'
import {
  markedBy,
  membersAt,
  personAt,
  problemAt,
  type PersonPlace,
  type PersonTold,
  type RowContext,
} from './people-on-row.ts'
import type { Problem } from './problems.ts'
import { headRelation } from './relation.ts'
import { kindOf } from './row-kinds.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { readTelephones } from './telephones.ts'
import { villageAboveHeading, villageOfRow, type VillageNamed } from './village-of-sheet.ts'
import type { Category } from './words.ts'

/** A row that tells of people, before it is known which household it belongs to. */
export type RosterRow = {
  readonly sheet: string | null
  /** Which sheet it stands in, and where among all rows: households are told apart within one sheet. */
  readonly sheetIndex: number
  readonly number: number
  readonly village: VillageNamed
  readonly villageColumn: string | null
  readonly group: string | null
  readonly householdNo: string
  /** What the head's column says, empty where there is none. */
  readonly headName: string
  /** True where each row of the sheet without a household number is a household of its own. */
  readonly standsAlone: boolean
  readonly member: PersonTold
  /** The head in columns of its own. */
  readonly head: PersonTold
  readonly others: readonly PersonTold[]
  readonly facts: RowFacts
}

/** What a row says of the household as a whole. */
export type RowFacts = {
  readonly telephones: readonly string[]
  readonly houseNote: string
  readonly categories: readonly Category[]
  readonly problems: readonly Problem[]
}

/** What a sheet is read with. `label` is the sheet's name where problems must say it, null otherwise. */
export type SheetContext = {
  readonly label: string | null
  readonly sheetIndex: number
  readonly known: KnownVillages
  readonly today: Day
  readonly byHand: ByHand
}

export type SheetRows = {
  readonly columns: Columns
  readonly rows: readonly RosterRow[]
  readonly problems: readonly Problem[]
}

/** Reads a sheet into rows that tell of people; null for a sheet without a usable heading [R2]. */
export function rowsOf(sheet: Sheet, context: SheetContext): SheetRows | null {
  const columns = columnsOf(sheet, context.byHand)
  if (columns === null) return null
  const above = villageAboveHeading(sheet, columns.headingRow, context.known)
  const problems: Problem[] = []
  const rows: RosterRow[] = []
  for (const row of sheet.rows) {
    if (row.number <= columns.headingRow) continue
    const kind = kindOf(row, columns)
    if (kind === 'subtotal')
      problems.push({ sheet: context.label, row: row.number, column: null, code: 'subtotal-row' })
    if (kind !== 'row') continue
    const read = readCells(row, columns, context.label)
    problems.push(...read.problems)
    const told = readRow(row, read.cells, { sheet, columns, above, context })
    if (told !== null) rows.push(withVillageAbove(told, rows.at(-1)))
  }
  return { columns, rows, problems }
}

/** A row that names no village, in a sheet where the rows do, is of the village of the row above. */
const withVillageAbove = (row: RosterRow, above: RosterRow | undefined): RosterRow =>
  row.village.kind === 'not-named' && above !== undefined ? { ...row, village: above.village } : row

type Reading = {
  readonly sheet: Sheet
  readonly columns: Columns
  readonly above: VillageNamed
  readonly context: SheetContext
}

function readRow(row: SheetRow, cells: RowCells, reading: Reading): RosterRow | null {
  const { sheet, columns, above, context } = reading
  const at: RowContext = { sheet: context.label, row: row.number, today: context.today }
  const has = (meaning: Meaning): boolean => columns.columns.some(column => column.meaning === meaning)
  const place = placeOfPerson(has)
  const hasHeadColumns = place.name === 'name' && has('head')
  const told = personAt(cells, place, labelOf(columns, place.name), at)
  const head = hasHeadColumns ? personAt(cells, headPlace, labelOf(columns, 'head'), at) : nobody
  const others = has('members-in-one-cell') ? membersAt(cells, at) : []
  if (told.kind === 'nobody' && head.kind === 'nobody') return null
  const names = {
    code: textAt(cells, 'village-code'),
    town: textAt(cells, 'town'),
    village: textAt(cells, 'village'),
  }
  return {
    sheet: context.label,
    sheetIndex: context.sheetIndex,
    number: row.number,
    village: villageOfRow(names, context.known) ?? above,
    villageColumn: labelOf(columns, names.code === '' ? 'village' : 'village-code'),
    group: groupName(has('group') ? textAt(cells, 'group') : groupOfSheet(sheet)),
    householdNo: textAt(cells, 'household-no'),
    headName: hasHeadColumns ? textAt(cells, 'head') : '',
    standsAlone: place.unsaidRelation === headRelation || !(has('relation') || has('head')),
    member: markedBy(told, cells, at),
    head: told.kind === 'nobody' ? markedBy(head, cells, at) : head,
    others,
    facts: factsOf(cells, at),
  }
}

/** Without a group column the sheet's name is the group [R6]; the name a spreadsheet gives by itself is none. */
function groupOfSheet({ name }: Sheet): string {
  const text = cleanText(name ?? '').text
  return /^(?:sheet|工作表)\s*\d*$/i.test(text) ? '' : text
}

const nobody: PersonTold = { kind: 'nobody' }

/** The columns of the row's person: the members' columns, or the head's where one row is one household. */
function placeOfPerson(has: (meaning: Meaning) => boolean): PersonPlace {
  const inOneCell = has('members-in-one-cell')
  const ofHead = has('head') && (inOneCell || !has('name'))
  const isWholeHousehold = inOneCell || ofHead
  const more: readonly Meaning[] = isWholeHousehold
    ? ['telephone', 'members-in-one-cell', 'head-number', 'head-birth']
    : []
  return {
    name: ofHead ? 'head' : 'name',
    numbers: ofHead ? ['head-number', 'identity-number'] : ['identity-number'],
    births: ofHead ? ['head-birth', 'birth'] : ['birth'],
    relation: 'relation',
    unsaidRelation: isWholeHousehold ? headRelation : '',
    speaking: ['identity-number', 'birth', 'relation', ...more],
  }
}

/** The head in columns of its own, beside a member's [R4]. */
const headPlace: PersonPlace = {
  name: 'head',
  numbers: ['head-number'],
  births: ['head-birth'],
  relation: null,
  unsaidRelation: headRelation,
  speaking: [],
}

function factsOf(cells: RowCells, at: RowContext): RowFacts {
  const telephone = cells.get('telephone')
  const telephones = readTelephones(telephone?.lines ?? '')
  const several = telephone !== undefined && telephones.length > 1
  const categories = [...cells].flatMap(([meaning, cell]) => {
    if (meaning === 'categories') return readCategories(cell.text)
    const category = categoryOfTick(meaning)
    return category !== null && isTicked(cell.text) ? [category] : []
  })
  return {
    telephones,
    houseNote: textAt(cells, 'house-note'),
    categories,
    problems: several ? [problemAt(at, telephone.row, telephone.label, 'two-telephones')] : [],
  }
}

const labelOf = (columns: Columns, meaning: Meaning): string | null =>
  columns.columns.find(column => column.meaning === meaning)?.label ?? null
