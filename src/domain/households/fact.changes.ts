import { agreed, refuse, type Decision } from '../base/decision.ts'
import type { Entry } from '../base/entry.ts'
import { hasSameValue } from './facts.ts'
import type { Fact, Household, Settling } from './household.ts'
import type { HouseholdSettle } from './household.schema.ts'

/**
 * Two words are settled by whoever saw both. A colleague who settled the same meanwhile is no reason to refuse: both
 * settlements stay, and the log's order says which counts [S10].
 * @refuses `unknown-fact` `no-difference` `fact-over`
 */
export function decideSettle(household: Household, body: HouseholdSettle, entry: Entry): Decision {
  const seen = household.facts.filter(fact => wasSeen(fact, body))
  const { among, use } = body
  if (!among.every(said => seen.some(fact => isSaidBy(fact, said)))) return refuse('unknown-fact')
  if (among.every(({ value }) => hasSameValue(value, among[0]?.value ?? ''))) return refuse('no-difference')
  if (use === null) return agreed
  const chosen = seen.filter(({ value }) => hasSameValue(value, use))
  if (chosen.length === 0) return refuse('unknown-fact')
  const stands = chosen.some(({ until }) => until === null || until >= entry.writtenOn)
  return stands ? agreed : refuse('fact-over')
}

/** Marks what was seen, and takes nothing away: a word said later, even the same one, stands unsettled. */
export const evolveSettle = (household: Household, body: HouseholdSettle, entry: Entry): Household => ({
  ...household,
  facts: household.facts.map(fact =>
    wasSeen(fact, body)
      ? { ...fact, settled: [...(fact.settled ?? []), settlingOf(fact, body, entry)] }
      : fact,
  ),
})

const settlingOf = (fact: Fact, { use }: HouseholdSettle, { by, writtenOn }: Entry): Settling => ({
  is: use === null ? 'left-open' : hasSameValue(fact.value, use) ? 'in-use' : 'set-aside',
  by,
  on: writtenOn,
})

const wasSeen = (fact: Fact, { key, among }: HouseholdSettle): boolean =>
  fact.key === key && among.some(said => isSaidBy(fact, said))

const isSaidBy = (fact: Fact, said: HouseholdSettle['among'][number]): boolean =>
  fact.value === said.value &&
  fact.source === said.source &&
  fact.learnedOn === said.learnedOn &&
  fact.by.id === said.by
