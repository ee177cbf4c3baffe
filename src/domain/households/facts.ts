import type { Day } from '../base/days.ts'
import { sources, type Fact, type FactKey, type Household } from './household.ts'

/**
 * The facts that stand for one key, current one first: household over visitor over cadre over roster, then the
 * newest, then the one written down last. The others stay visible beside it [H3]. Expired facts do not stand, and
 * those that somebody set aside stand only where nothing else is known.
 */
export function factsFor(household: Household, key: FactKey, today: Day): readonly Fact[] {
  const known = knownFor(household, key, today)
  const standing = known.filter(fact => !isSetAside(fact))
  return standing.length === 0 ? known : standing
}

/** What was said of a key and set aside by whoever settled it: no longer used, still to be read [S10]. */
export function setAsideFor(household: Household, key: FactKey, today: Day): readonly Fact[] {
  const standing = factsFor(household, key, today)
  return knownFor(household, key, today).filter(fact => !standing.includes(fact))
}

const isSetAside = ({ settled }: Fact): boolean => settled?.at(-1)?.is === 'set-aside'

function knownFor(household: Household, key: FactKey, today: Day): readonly Fact[] {
  const known = household.facts.filter(
    fact => fact.key === key && (fact.until === null || fact.until >= today),
  )
  // Asked for every row of every list, and nearly always answered by one.
  if (known.length < 2) return known
  // The last written first; sorting leaves equals in their order.
  return known
    .toReversed()
    .toSorted(
      (one, other) =>
        sources.indexOf(one.source) - sources.indexOf(other.source) ||
        other.learnedOn.localeCompare(one.learnedOn),
    )
}

/** The current value for a key; empty when nothing is known. */
export const currentFact = (household: Household, key: FactKey, today: Day): string =>
  factsFor(household, key, today)[0]?.value ?? ''

/** Telephone numbers are written with and without spaces. */
export const hasSameValue = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (value: string): string => value.replace(/[\s-]/gu, '')

/** The categories that open a service and hold on that day. */
export const categoriesOf = (household: Household, today: Day): readonly string[] => [
  ...new Set(factsFor(household, 'category', today).map(fact => fact.value)),
]
