import type { Day } from '../base/days.ts'
import { sources, type Fact, type FactKey, type Household } from './household.ts'

/**
 * The facts that stand for one key, current one first: household over visitor over cadre over roster, then the
 * newest, then the one written down last. The others stay visible beside it [H3]. Expired facts do not stand.
 */
export function factsFor(household: Household, key: FactKey, today: Day): readonly Fact[] {
  return household.facts
    .map((fact, index) => ({ fact, index }))
    .filter(({ fact }) => fact.key === key && (fact.until === null || fact.until >= today))
    .toSorted(
      (one, other) =>
        sources.indexOf(one.fact.source) - sources.indexOf(other.fact.source) ||
        other.fact.learnedOn.localeCompare(one.fact.learnedOn) ||
        other.index - one.index,
    )
    .map(({ fact }) => fact)
}

/** The current value for a key; empty when nothing is known. */
export const currentFact = (household: Household, key: FactKey, today: Day): string =>
  factsFor(household, key, today)[0]?.value ?? ''

/** The keys of which each household has one value; of the others several may hold at once. */
const single: readonly FactKey[] = [
  'contact-name',
  'group',
  'house-note',
  'telephone',
  'good-times',
  'living-at-home',
]

/** The keys about which people said different things: something to listen for, not to confront [H3]. */
export function disagreements(household: Household, today: Day): readonly (readonly Fact[])[] {
  return single
    .map(key => oneEach(factsFor(household, key, today)))
    .filter(facts => facts.length > 1 && new Set(facts.map(fact => fact.source)).size > 1)
}

function oneEach(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact, index) => facts.findIndex(other => other.value === fact.value) === index)
}

/** The categories that open a service and hold on that day. */
export const categoriesOf = (household: Household, today: Day): readonly string[] => [
  ...new Set(factsFor(household, 'category', today).map(fact => fact.value)),
]
