import { daysBetween, type Day } from '../base/days.ts'
import { standingOf, type NeedStanding } from '../needs/standing.ts'
import { currentFact, factsFor } from './facts.ts'
import type { Household } from './household.ts'

/** The families of one village group, in the order in which people look for them. */
export type RollGroup = { readonly group: string; readonly households: readonly Household[] }

/** The one mark a family bears in a list: the one that asks most; never a category. */
export type FamilyMark =
  | { readonly is: 'not-before'; readonly day: Day }
  | { readonly is: 'lying' | 'in-hand' | 'heard'; readonly count: number }
  | { readonly is: 'not-solved' | 'awaiting-word' | 'solved' }

/** The name under which a family is known; empty where none was ever written. */
export const nameOf = (household: Household, today: Day): string =>
  currentFact(household, 'contact-name', today)

/** The families by village group: groups by their number, families by name. Those without a group come last. */
export function rollOf(households: Iterable<Household>, today: Day): readonly RollGroup[] {
  const byGroup = new Map<string, Household[]>()
  for (const household of households) {
    if (household.erased !== undefined) continue
    const group = currentFact(household, 'group', today)
    const families = byGroup.get(group)
    if (families === undefined) byGroup.set(group, [household])
    else families.push(household)
  }
  return [...byGroup]
    .map(([group, families]) => ({ group, households: byName(families, today) }))
    .toSorted((one, other) => compareGroups(one.group, other.group))
}

/** A family as it is looked for: all it can be found by, read out of its facts once. */
export type FamilyLine = {
  readonly household: Household
  /** Names and aliases, the note about the house, the group; in small letters, a line each. */
  readonly written: string
  /** The initials of its names' sounds. */
  readonly initials: readonly string[]
}

export type FindBy = {
  readonly today: Day
  readonly initialsOf: (name: string) => readonly string[]
}

/** The families as they are looked for, in the order in which they are shown. Read once, it is looked through at every key. */
export const linesOf = (households: Iterable<Household>, by: FindBy): readonly FamilyLine[] =>
  byName([...households], by.today).map(household => lineOf(household, by))

function lineOf(household: Household, { today, initialsOf }: FindBy): FamilyLine {
  const names = [
    ...valuesOf(household, 'contact-name', today),
    ...household.members.map(member => member.name),
  ]
  const places = [...valuesOf(household, 'house-note', today), ...valuesOf(household, 'group', today)]
  return {
    household,
    written: [...names, ...places].join('\n').toLowerCase(),
    initials: names.flatMap(name => initialsOf(name)),
  }
}

/** The families in which every word of the query stands. */
export function findIn(lines: readonly FamilyLine[], query: string): readonly Household[] {
  const sought = query.trim().toLowerCase().split(/\s+/)
  return lines
    .filter(({ written, initials }) =>
      sought.every(word => written.includes(word) || initials.some(one => one.startsWith(word))),
    )
    .map(({ household }) => household)
}

/**
 * The families in which every word of the query stands: in a name or alias, in the note about the house, in the group,
 * or as the initials of a name's sounds. Nothing beyond the villages given is searched, and no telephone.
 */
export const findFamilies = (
  households: Iterable<Household>,
  query: string,
  by: FindBy,
): readonly Household[] => findIn(linesOf(households, by), query)

/** The mark a family bears in a list; null where nothing asks for anything. */
export function markOf(household: Household, today: Day): FamilyMark | null {
  if (household.notBefore !== null && household.notBefore > today)
    return { is: 'not-before', day: household.notBefore }
  const standings = household.needs.map(need => standingOf(need, today))
  const count = (...kinds: readonly NeedStanding['is'][]) =>
    standings.filter(standing => kinds.includes(standing.is)).length
  if (count('lying') > 0) return { is: 'lying', count: count('lying') }
  if (count('not-solved') > 0) return { is: 'not-solved' }
  if (count('answered') > 0) return { is: 'awaiting-word' }
  if (count('in-hand', 'agreed', 'waiting', 'returned', 'to-tell') > 0)
    return { is: 'in-hand', count: count('in-hand', 'agreed', 'waiting', 'returned', 'to-tell') }
  if (count('heard') > 0) return { is: 'heard', count: count('heard') }
  return household.needs.some(({ stage }) => stage.is === 'solved' && isFresh(stage.answer.on, today))
    ? { is: 'solved' }
    : null
}

/** "Solved" stays beside the name for a month; after that it is history. */
const isFresh = (on: Day, today: Day): boolean => daysBetween(on, today) <= 30

const valuesOf = (household: Household, key: 'contact-name' | 'house-note' | 'group', today: Day) =>
  factsFor(household, key, today).map(fact => fact.value)

const alphabetical = new Intl.Collator('zh-CN', { numeric: true })

/** Each name is read once, not at every comparison. */
const byName = (households: readonly Household[], today: Day): readonly Household[] =>
  households
    .map(household => ({ household, name: nameOf(household, today) }))
    .toSorted((one, other) => alphabetical.compare(one.name, other.name))
    .map(({ household }) => household)

function compareGroups(one: string, other: string): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1
  return alphabetical.compare(one, other)
}
