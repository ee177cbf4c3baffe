import { accept, agreed, refuse, type Decision } from '../base/decision.ts'
import type { Entry } from '../base/entry.ts'
import type { HouseholdId, VillageCode } from '../base/ids.ts'
import { newHousehold, type Fact, type Household } from './household.ts'
import type {
  HouseholdConsent,
  HouseholdDecline,
  HouseholdErase,
  HouseholdLearn,
  HouseholdRegister,
} from './household.schema.ts'

/** A household is registered once, and not again when it was erased. @refuses `household-exists`, `household-erased` */
export function decideRegister(known: Household | null): Decision {
  if (known === null) return agreed
  return refuse(known.erased === undefined ? 'household-exists' : 'household-erased')
}

export function evolveRegister(
  id: HouseholdId,
  village: VillageCode,
  body: HouseholdRegister,
  entry: Entry,
): Household {
  return { ...newHousehold(id, village), facts: signed(body.facts, entry), members: body.members }
}

/** What was learned stands beside what was known; nothing is overwritten [H3]. @refuses `day-in-future` */
export const decideLearn = (body: HouseholdLearn, entry: Entry): Decision =>
  body.facts.every(fact => fact.learnedOn <= entry.writtenOn) ? agreed : refuse('day-in-future')

export const evolveLearn = (household: Household, body: HouseholdLearn, entry: Entry): Household => ({
  ...household,
  facts: [...household.facts, ...signed(body.facts, entry)],
})

/** @refuses `day-in-future` */
export const decideConsent = (body: HouseholdConsent, entry: Entry): Decision =>
  body.heardOn <= entry.writtenOn ? agreed : refuse('day-in-future')

export const evolveConsent = (household: Household, body: HouseholdConsent, entry: Entry): Household => ({
  ...household,
  consents: [...household.consents, { ...body, heardBy: entry.by }],
})

export const evolveDecline = (household: Household, body: HouseholdDecline): Household => ({
  ...household,
  notBefore: body.notBefore,
})

/** @refuses `day-in-future` */
export const decideErase = (body: HouseholdErase, entry: Entry): Decision =>
  body.askedOn <= entry.writtenOn ? agreed : refuse('day-in-future')

/** Nothing of the household stays but that it was here and asked to be erased [S15]. */
export const evolveErase = (id: HouseholdId, village: VillageCode, body: HouseholdErase): Household => ({
  ...newHousehold(id, village),
  erased: { on: body.askedOn },
})

/** The household a change speaks of. @refuses `unknown-household`, `household-erased` */
export function knownHousehold(household: Household | null): Decision<Household> {
  if (household === null) return refuse('unknown-household')
  return household.erased === undefined ? accept(household) : refuse('household-erased')
}

const signed = (facts: HouseholdLearn['facts'], entry: Entry): readonly Fact[] =>
  facts.map(fact => ({ ...fact, by: entry.by }))
