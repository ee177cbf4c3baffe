import type { Day } from '../base/days.ts'
import type { PersonId } from '../base/ids.ts'
import { factsFor, hasSameValue, setAsideFor } from './facts.ts'
import { singleKeys, type Fact, type Household, type Settling, type SingleKey } from './household.ts'
import type { HouseholdSettle } from './household.schema.ts'

/** Different words about one thing: something to listen for, not to confront [H3]. */
export type Difference = {
  readonly key: SingleKey
  /** `open` until somebody who saw all of them settles it; a newer word opens it again [S10]. */
  readonly is: 'open' | 'left-open' | 'settled'
  /** What stands, each value once, the current one first. */
  readonly facts: readonly Fact[]
  /** What was set aside and stands no more, each value once: still there, with who said it. */
  readonly aside: readonly Fact[]
}

/** All of a household's differences, in the order of the field budget. */
export const differencesOf = (household: Household, today: Day): readonly Difference[] =>
  singleKeys.flatMap(key => differenceOver(household, key, today) ?? [])

function differenceOver(household: Household, key: SingleKey, today: Day): Difference | null {
  const standing = factsFor(household, key, today)
  const facts = oneEach(standing)
  const aside = oneEach(setAsideFor(household, key, today)).filter(
    fact => !facts.some(other => hasSameValue(other.value, fact.value)),
  )
  if (facts.length === 1) return aside.length === 0 ? null : { key, is: 'settled', facts, aside }
  if (!isSaidByOthers(facts) && standing.every(({ settled }) => settled === undefined)) return null
  const isLeft = standing.every(({ settled }) => settled?.at(-1)?.is === 'left-open')
  return facts.length === 0 ? null : { key, is: isLeft ? 'left-open' : 'open', facts, aside }
}

/** Whoever says another thing than before has changed their word, and differs from nobody. */
const isSaidByOthers = (facts: readonly Fact[]): boolean => new Set(facts.map(speakerOf)).size > 1

const speakerOf = ({ source, by }: Fact): string => (source === 'roster' ? source : `${source} ${by.id}`)

const oneEach = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter((fact, index) => facts.findIndex(other => hasSameValue(other.value, fact.value)) === index)

/** What a person settles who sees this household's words about one thing: each of them, also those set aside before. */
export function settle(
  household: Household,
  key: SingleKey,
  choice: { readonly use: string | null; readonly today: Day },
): HouseholdSettle {
  const seen = [...factsFor(household, key, choice.today), ...setAsideFor(household, key, choice.today)]
  const among = seen.map(({ value, source, learnedOn, by }) => ({ value, source, learnedOn, by: by.id }))
  return { key, among, use: choice.use }
}

/** Who chose this value, each person once, as long as that person did not choose otherwise since. */
export function choosersOf({ facts }: Household, { key, value }: Fact): readonly Settling[] {
  const same = facts.filter(fact => fact.key === key && hasSameValue(fact.value, value))
  const choosers = same.flatMap(({ settled = [] }) =>
    settled.filter(
      (one, place) =>
        one.is === 'in-use' && place === settled.findLastIndex(other => other.by.id === one.by.id),
    ),
  )
  return choosers.filter((one, place) => place === choosers.findIndex(other => other.by.id === one.by.id))
}

/** A difference, with whose it is. */
export type DifferenceOf = { readonly household: Household; readonly difference: Difference }

/** The open differences between this person's own words and a colleague's: both of them see it [S10]. */
export const differencesWith = (
  households: Iterable<Household>,
  me: PersonId,
  today: Day,
): readonly DifferenceOf[] =>
  [...households].flatMap(household =>
    differencesOf(household, today)
      .filter(({ is, facts }) => is === 'open' && isBetween(facts, me))
      .map(difference => ({ household, difference })),
  )

function isBetween(facts: readonly Fact[], me: PersonId): boolean {
  const people = new Set(facts.filter(({ source }) => source !== 'roster').map(({ by }) => by.id))
  return people.has(me) && people.size > 1
}
