import * as z from 'zod/mini'
import { day, id, words } from '../base/fields.schema.ts'
import type { MemberId, PersonId } from '../base/ids.ts'
import { factKeys, singleKeys, sources } from './household.ts'

const fact = z.strictObject({
  key: z.enum(factKeys),
  value: z.string().check(z.minLength(1), z.maxLength(500)),
  source: z.enum(sources),
  learnedOn: day,
  until: z.nullable(day),
})

const member = z.strictObject({
  id: id<MemberId>(),
  name: words.check(z.minLength(1)),
  relation: words,
  birthYear: z.nullable(z.int().check(z.gte(1880), z.lte(2200))),
  schooling: words,
})

/** A household comes in from a roster, or is met at its door. */
export const householdRegister = z.strictObject({
  facts: z.array(fact).check(z.maxLength(200)),
  members: z.array(member).check(z.maxLength(60)),
})

/** Something was learned of the household, by whom and from whom. */
export const householdLearn = z.strictObject({
  facts: z.array(fact).check(z.minLength(1), z.maxLength(50)),
})

/** The household said yes or no to being visited and written about, for named purposes. */
export const householdConsent = z.strictObject({
  heardOn: day,
  forWhat: words.check(z.minLength(1)),
  says: z.enum(['yes', 'no']),
})

/** "No visit, please": stores only a day before which nobody comes. */
export const householdDecline = z.strictObject({ notBefore: day })

/**
 * The household asked that all that is written about it be erased [S15]. Who spoke is not named: nothing of the family stays,
 * not even this.
 */
export const householdErase = z.strictObject({
  askedOn: day,
  channel: z.enum(['card', 'at-the-door', 'telephone', 'in-writing']),
})

const factSaid = z.strictObject({
  value: z.string().check(z.minLength(1), z.maxLength(500)),
  source: z.enum(sources),
  learnedOn: day,
  by: id<PersonId>(),
})

/**
 * Of several words about one thing, which is used now; null leaves it open, to be listened for. `among` names what lay
 * before the person's eyes: a word that came meanwhile was not settled.
 */
export const householdSettle = z.strictObject({
  key: z.enum(singleKeys),
  among: z.array(factSaid).check(z.minLength(2), z.maxLength(50)),
  use: z.nullable(z.string().check(z.minLength(1), z.maxLength(500))),
})

export type HouseholdRegister = z.infer<typeof householdRegister>
export type HouseholdLearn = z.infer<typeof householdLearn>
export type HouseholdConsent = z.infer<typeof householdConsent>
export type HouseholdDecline = z.infer<typeof householdDecline>
export type HouseholdErase = z.infer<typeof householdErase>
export type HouseholdSettle = z.infer<typeof householdSettle>
