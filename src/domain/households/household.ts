import type { Day } from '../base/days.ts'
import type { HouseholdId, MemberId, VillageCode } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'
import type { Need } from '../needs/need.ts'
import type { Promised } from '../promises/promise.ts'
import type { Visit } from '../visits/visit.ts'

/** Who a fact was learned from. The order is the order in which they are believed [H3]. */
export const sources = ['household', 'visitor', 'village-cadre', 'roster'] as const
export type Source = (typeof sources)[number]

/** What may be kept of a household: the field budget of domain section 2, and nothing beside it. */
export const factKeys = [
  'contact-name',
  'group',
  'household-no',
  'house-note',
  'telephone',
  'good-times',
  'language',
  'hearing',
  'mobility',
  'living-at-home',
  'away',
  'category',
  'policy-explained',
  'leave-topic-alone',
] as const
export type FactKey = (typeof factKeys)[number]

/** The keys of which each household has one value; of the others several may hold at once. */
export const singleKeys = [
  'contact-name',
  'group',
  'house-note',
  'telephone',
  'good-times',
  'living-at-home',
] as const satisfies readonly FactKey[]
export type SingleKey = (typeof singleKeys)[number]

/** One thing known, with who said it and when. Several may stand for one key; none overwrites another [H3]. */
export type Fact = {
  readonly key: FactKey
  readonly value: string
  readonly source: Source
  readonly by: PersonNamed
  readonly learnedOn: Day
  readonly until: Day | null
  /** What people who saw it beside another word decided, in the log's order; the last one counts [S10]. */
  readonly settled?: readonly Settling[]
}

/** That somebody saw a fact beside another one, and what became of it: used now, set aside, or left to be listened for. */
export type Settling = {
  readonly is: 'in-use' | 'set-aside' | 'left-open'
  readonly by: PersonNamed
  readonly on: Day
}

export type Member = {
  readonly id: MemberId
  readonly name: string
  readonly relation: string
  readonly birthYear: number | null
  readonly schooling: string
}

/** Spoken consent: who heard it, when, for what. Refusing costs nothing. */
export type Consent = {
  readonly heardBy: PersonNamed
  readonly heardOn: Day
  readonly forWhat: string
  readonly says: 'yes' | 'no'
}

/** A household as the fold of its changes. */
export type Household = {
  readonly id: HouseholdId
  readonly village: VillageCode
  readonly facts: readonly Fact[]
  readonly members: readonly Member[]
  readonly consents: readonly Consent[]
  readonly notBefore: Day | null
  readonly visits: readonly Visit[]
  readonly needs: readonly Need[]
  readonly promises: readonly Promised[]
  /** The household asked to be erased, on this day; all the rest is empty then [S15]. */
  readonly erased?: { readonly on: Day }
}

export const newHousehold = (id: HouseholdId, village: VillageCode): Household => ({
  id,
  village,
  facts: [],
  members: [],
  consents: [],
  notBefore: null,
  visits: [],
  needs: [],
  promises: [],
})
