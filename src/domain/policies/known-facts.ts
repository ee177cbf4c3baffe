import type { Day } from '../base/days.ts'
import { categoriesOf, factsFor } from '../households/facts.ts'
import type { Fact, Household, Member } from '../households/household.ts'
import { isOpenNeed } from '../needs/need.ts'

/**
 * What an expression may ask of a household: a dozen facts that are kept anyway, and nothing of body, income or land.
 * What is not known is left out, so that asking for it is answered by "unknown" and never by a guess [H6].
 */
export type KnownFacts = {
  readonly asked: AskedFacts
  /** The members in the order of `asked.members`. */
  readonly members: readonly Member[]
  /** Where what is said of the members comes from. */
  readonly membersFrom: Fact | null
  /** Categories that held until a day which has passed, and that nobody has confirmed or denied since. */
  readonly lapsed: readonly string[]
  /** The facts an expression's names stand for. */
  readonly facts: readonly Fact[]
  readonly year: number
}

/** The facts under the names that expressions use; whole numbers as CEL wants them. */
export type AskedFacts = {
  readonly members?: readonly AskedMember[]
  readonly categories: readonly string[]
  readonly needs: readonly string[]
  readonly livingAtHome?: string
  readonly away?: readonly string[]
  readonly group?: string
  readonly season: Season
  readonly month: bigint
}

export type AskedMember = {
  readonly age?: bigint
  readonly birthYear?: bigint
  readonly relation?: string
  readonly schooling?: string
}

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const
export type Season = (typeof seasons)[number]

/** Lays out what is known of a household on that day. Ages are by the calendar year, as people reckon. */
export function knownFactsOf(household: Household, today: Day): KnownFacts {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const categories = categoriesOf(household, today)
  const facts = (['category', 'living-at-home', 'away', 'group'] as const).flatMap(key =>
    factsFor(household, key, today),
  )
  const valuesOf = (key: Fact['key']) => facts.filter(fact => fact.key === key).map(({ value }) => value)
  const away = valuesOf('away')
  const { members } = household
  return {
    asked: {
      ...(members.length === 0 ? {} : { members: members.map(member => askedMember(member, year)) }),
      categories,
      needs: [...new Set(household.needs.filter(isOpenNeed).map(({ category }) => category))],
      ...named('livingAtHome', valuesOf('living-at-home')[0]),
      ...(away.length === 0 ? {} : { away }),
      ...named('group', valuesOf('group')[0]),
      season: seasonOf(month),
      month: BigInt(month),
    },
    members,
    membersFrom: household.facts[0] ?? null,
    lapsed: lapsedOf(household, categories),
    facts,
    year,
  }
}

const askedMember = ({ birthYear, relation, schooling }: Member, year: number): AskedMember => ({
  ...(birthYear === null ? {} : { age: BigInt(year - birthYear), birthYear: BigInt(birthYear) }),
  ...named('relation', relation),
  ...named('schooling', schooling),
})

const named = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [N in Name]: string }) // one name, one text

const lapsedOf = (household: Household, holding: readonly string[]): readonly string[] => [
  ...new Set(
    household.facts
      .filter(({ key, value }) => key === 'category' && !holding.includes(value))
      .map(({ value }) => value),
  ),
]

/** Three months each, spring from March, as the farm calendar of the low lands goes. */
const seasonOf = (month: number): Season => seasons[Math.floor(((month + 9) % 12) / 3)] ?? 'spring'
