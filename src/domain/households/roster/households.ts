import type { VillageCode } from '#domain/base/ids.ts'
import { householdSlots, type HouseholdSlot } from './household-slots.ts'
import type { Person } from './people-on-row.ts'
import type { Problem, ProblemCode } from './problems.ts'
import { headRelation } from './relation.ts'
import { peopleOn, type RowPeople } from './row-people.ts'
import type { RosterRow } from './rows.ts'
import type { Category } from './words.ts'

/** A household as the importer takes it over: nothing else of a roster is kept [domain 2]. */
export type RosterHousehold = {
  readonly villageCode: VillageCode
  readonly group: string | null
  readonly householdNo: string | null
  readonly contactName: string
  readonly telephones: readonly string[]
  readonly houseNote: string | null
  readonly members: readonly RosterMember[]
  readonly categories: readonly Category[]
}

export type RosterMember = {
  readonly name: string
  /** Empty where the roster says none. */
  readonly relation: string
  readonly birthYear: number | null
}

/** A row with the household it is laid out in and whom it brings. */
type PlacedRow = { readonly row: RosterRow; readonly slot: HouseholdSlot } & RowPeople

/** A household while rows are added to it. */
type Draft = {
  readonly slot: HouseholdSlot
  readonly village: VillageCode
  readonly members: Person[]
  readonly rows: RosterRow[]
}

/** Turns rows into households, in the order of their first member, joining those that repeat a head [R4] [R12]. */
export function householdsOf(rows: readonly RosterRow[]): {
  readonly households: readonly RosterHousehold[]
  readonly problems: readonly Problem[]
} {
  const slotBy = new Map(householdSlots(rows).flatMap(slot => slot.rows.map(row => [row, slot] as const)))
  const placed = rows.flatMap((row): readonly PlacedRow[] => {
    const slot = slotBy.get(row)
    return slot === undefined ? [] : [{ row, slot, ...peopleOn(row, slot) }]
  })
  const repeated = repeatedHouseholds(placed)
  const { drafts, problems } = fold(placed, repeated.firstOf)
  return {
    households: drafts.map(householdOf),
    problems: [...placed.flatMap(({ problems }) => problems), ...repeated.problems, ...problems],
  }
}

/** Households whose head's number is that of a head above, each with the first of them [R12]. */
function repeatedHouseholds(placed: readonly PlacedRow[]): {
  readonly firstOf: ReadonlyMap<HouseholdSlot, HouseholdSlot>
  readonly problems: readonly Problem[]
} {
  const slotOfHead = new Map<string, HouseholdSlot>()
  const firstOf = new Map<HouseholdSlot, HouseholdSlot>()
  const problems: Problem[] = []
  for (const { row, slot, people } of placed) {
    for (const { relation, number } of people) {
      if (relation !== headRelation || number === null) continue
      const first = slotOfHead.get(number)
      if (first === undefined) slotOfHead.set(number, firstOf.get(slot) ?? slot)
      else if (first !== slot && !firstOf.has(slot)) {
        firstOf.set(slot, first)
        problems.push(wholeRow(row, 'duplicate-household'))
      }
    }
  }
  return { firstOf, problems }
}

/** Adds row after row to its household. A member is the same if the name is and no two valid numbers differ [R12]. */
function fold(placed: readonly PlacedRow[], firstOf: ReadonlyMap<HouseholdSlot, HouseholdSlot>) {
  const drafts = new Map<HouseholdSlot, Draft>()
  const numbersSeen = new Set<string>()
  const problems: Problem[] = []
  let before: HouseholdSlot | null = null
  let isRepeating = false
  for (const { row, slot, people } of placed) {
    if (people.length === 0 || slot.village === null) continue
    const first = firstOf.get(slot) ?? slot
    const draft = drafts.get(first) ?? { slot: first, village: slot.village, members: [], rows: [] }
    drafts.set(first, draft)
    // A repeated household goes on until another household's row stands between.
    isRepeating = first !== slot || (isRepeating && before === slot)
    before = slot
    draft.rows.push(row)
    for (const person of people) {
      const known = draft.members.find(member => isSame(member, person))
      if (known === undefined) {
        if (person.number !== null && numbersSeen.has(person.number))
          problems.push(wholeRow(row, 'duplicate-person'))
        draft.members.push(person)
      } else if (!isRepeating) {
        isRepeating = known.relation === headRelation && person.relation === headRelation
        problems.push(wholeRow(row, isRepeating ? 'duplicate-household' : 'duplicate-person'))
      }
      if (person.number !== null) numbersSeen.add(person.number)
    }
  }
  return { drafts: [...drafts.values()], problems }
}

const isSame = (one: Person, other: Person): boolean =>
  one.name === other.name && (one.number === null || other.number === null || one.number === other.number)

const wholeRow = (row: RosterRow, code: ProblemCode): Problem => ({
  sheet: row.sheet,
  row: row.number,
  column: null,
  code,
})

/** Telephones and categories are those of all rows, each once; the house note is the first not empty [R4]. */
function householdOf({ slot, village, members, rows }: Draft): RosterHousehold {
  const headName = rows.find(row => row.headName !== '')?.headName ?? ''
  const contact =
    members.find(member => member.relation === headRelation) ??
    members.find(member => member.name === headName) ??
    members[0]
  return {
    villageCode: village,
    group: slot.group,
    householdNo: slot.householdNo,
    contactName: contact?.name ?? '',
    telephones: [...new Set(rows.flatMap(row => row.facts.telephones))],
    houseNote: rows.map(row => row.facts.houseNote).find(note => note !== '') ?? null,
    // The identity number ends here.
    members: members.map(({ name, relation, birthYear }) => ({ name, relation, birthYear })),
    categories: [...new Set(rows.flatMap(row => row.facts.categories))],
  }
}
