import type { Day } from '../base/days.ts'
import type { Step } from '../needs/need.ts'
import { cardPromise, type CardPromise } from './card.ts'
import { factsFor } from './facts.ts'
import { factKeys, type Fact, type FactKey, type Household, type Settling, type Source } from './household.ts'

/**
 * All that is kept of a household, for the household itself to read [H22]: every fact with its source and day, also
 * those that no longer count. Of a visit only that it was; its story belongs to who wrote it, and of advice only that
 * it was given. Names, never ids.
 */
export type Kept = {
  readonly facts: readonly { readonly key: FactKey; readonly said: readonly KeptFact[] }[]
  readonly members: readonly KeptMember[]
  readonly consents: readonly KeptConsent[]
  readonly visits: readonly KeptVisit[]
  readonly advice: readonly { readonly saidBy: string; readonly saidOn: Day; readonly expiresOn: Day }[]
  readonly needs: readonly KeptNeed[]
  readonly promises: readonly CardPromise[]
  readonly notBefore: Day | null
}

export type KeptFact = {
  readonly value: string
  readonly source: Source
  readonly by: string
  readonly learnedOn: Day
  readonly until: Day | null
  /** Whether this is the one that is believed, where there are several [H3]. */
  readonly current: boolean
  /** Who said that this word is used, set aside, or left open beside another, and when [S10]. */
  readonly settled: readonly { readonly is: Settling['is']; readonly by: string; readonly on: Day }[]
}

export type KeptMember = {
  readonly name: string
  readonly relation: string
  readonly birthYear: number | null
  readonly schooling: string
}

export type KeptConsent = {
  readonly heardBy: string
  readonly heardOn: Day
  readonly forWhat: string
  readonly says: 'yes' | 'no'
}

export type KeptVisit = {
  readonly on: Day
  readonly by: string
  readonly outcome: 'planned' | 'held' | 'nobody-home' | 'another-day'
}

export type KeptNeed = {
  readonly words: string
  readonly saidBy: string
  readonly mayTell: string
  readonly keepBack: string
  readonly steps: readonly {
    readonly is: Step['is']
    readonly on: Day
    readonly by: string
    readonly words: string
  }[]
}

/** Composes what is kept, in the order of the field budget. */
export const composeKept = (household: Household, today: Day): Kept => ({
  facts: factKeys.flatMap(key => {
    const said = factsOf(household, key, today)
    return said.length === 0 ? [] : [{ key, said }]
  }),
  members: household.members.map(({ name, relation, birthYear, schooling }) => ({
    name,
    relation,
    birthYear,
    schooling,
  })),
  consents: household.consents.map(consent => ({ ...consent, heardBy: consent.heardBy.name })),
  visits: household.visits.map(({ on, by, outcome }) => ({
    on,
    by: outcome.is === 'planned' ? by.name : outcome.by.name,
    outcome: outcome.is,
  })),
  advice: household.visits.flatMap(({ advice }) =>
    advice.map(({ saidBy, saidOn, expiresOn }) => ({ saidBy, saidOn, expiresOn })),
  ),
  needs: household.needs.map(keptNeed),
  promises: household.promises.map(promised => cardPromise(promised, today)),
  notBefore: household.notBefore,
})

/** Every fact of a key: the believed one first, then those that stand beside it, then those whose day has passed. */
function factsOf(household: Household, key: FactKey, today: Day): readonly KeptFact[] {
  const standing = factsFor(household, key, today)
  const over = household.facts.filter(fact => fact.key === key && !standing.includes(fact))
  return [...standing, ...over].map(fact => keptFact(fact, fact === standing[0]))
}

const keptFact = (
  { value, source, by, learnedOn, until, settled = [] }: Fact,
  current: boolean,
): KeptFact => ({
  value,
  source,
  by: by.name,
  learnedOn,
  until,
  current,
  settled: settled.map(({ is, by, on }) => ({ is, by: by.name, on })),
})

const keptNeed = ({ words, saidBy, agreement, life }: Household['needs'][number]): KeptNeed => ({
  words,
  saidBy,
  mayTell: agreement?.mayTell ?? '',
  keepBack: agreement?.keepBack ?? '',
  steps: life.map(({ is, on, by, words }) => ({ is, on, by: by.name, words })),
})
