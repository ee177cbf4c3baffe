import type { Day } from '../base/days.ts'
import type { PersonId, VillageCode } from '../base/ids.ts'
import { sources, type FactKey, type Household } from '../households/household.ts'
import type { Need } from '../needs/need.ts'
import { isCadreOf, isOfDepartment, isOfficeFor, isOnTeam, type Actor } from './grants.ts'

/** With whose eyes a village is synced to a device. */
export type Audience = 'team' | 'cadre'

/** With whose eyes this person sees a village on that day; null when not at all [S13]. */
export function audienceFor(actor: Actor, village: VillageCode, on: Day): Audience | null {
  if (isOnTeam(actor, village, on)) return 'team'
  return isCadreOf(actor, village, on) ? 'cadre' : null
}

const cadreFacts: readonly FactKey[] = ['contact-name', 'group', 'house-note']

/**
 * A household as its audience may see it [S14]. The team sees it whole (stories are kept apart). The village cadre is
 * asked how to arrive well and sees no more than that takes: whose door, where, who comes when, and what cadres said.
 */
export function seenBy(audience: Audience, household: Household): Household {
  if (audience === 'team') return household
  return {
    ...household,
    facts: household.facts.filter(fact => cadreFacts.includes(fact.key) || fact.source === sources[2]),
    members: [],
    consents: [],
    visits: household.visits
      .filter(visit => visit.outcome.is === 'planned')
      .map(visit => ({ ...visit, purpose: '' })),
    needs: [],
    promises: [],
  }
}

/** Whether a story may be read: by its author and the author's team leader, nobody else. */
export const mayReadDiary = (actor: Actor, author: PersonId, village: VillageCode, on: Day): boolean =>
  actor.id === author || (actor.role === 'team-leader' && isOnTeam(actor, village, on))

/** Whether a voice note may be heard: by the one who spoke it, while working there, and by nobody else. */
export const mayHearVoice = (actor: Actor, author: PersonId, village: VillageCode, on: Day): boolean =>
  actor.id === author && isOnTeam(actor, village, on)

/** Whether an officer may see a need: one that was referred to the officer's department, and no other [S14]. */
export const maySeeReferred = (actor: Actor, need: Need, on: Day): boolean =>
  need.department !== null && isOfDepartment(actor, need.department.id, on)

/** Whether the picture of a village may be seen: sums without persons, by who answers for it. */
export const maySeePicture = (actor: Actor, village: VillageCode, on: Day): boolean =>
  isOfficeFor(actor, village, on) || (actor.role === 'team-leader' && isOnTeam(actor, village, on))
