import type { Day } from '../base/days.ts'
import type { DepartmentId, HouseholdId, TeamId, VillageCode } from '../base/ids.ts'
import type { PersonNamed, Role } from '../base/people.ts'

/** A task somebody was given, between two days. The same grants are read by server and phone. */
export type Grant = (
  | { readonly is: 'team'; readonly team: TeamId; readonly village: VillageCode }
  | { readonly is: 'village'; readonly village: VillageCode }
  | { readonly is: 'department'; readonly department: DepartmentId }
  | { readonly is: 'area'; readonly prefix: string }
  | { readonly is: 'card'; readonly village: VillageCode; readonly household: HouseholdId }
) & { readonly from: Day; readonly until: Day | null }

/** Who acts, and with which tasks. The household acts through its card, with a grant for itself alone. */
export type Actor = PersonNamed & { readonly role: Role; readonly grants: readonly Grant[] }

export const holdsOn = (grant: Grant, day: Day): boolean =>
  grant.from <= day && (grant.until === null || day <= grant.until)

/** Whether the actor works in this village's team on that day. */
export const isOnTeam = (actor: Actor, village: VillageCode, day: Day): boolean =>
  actor.grants.some(grant => grant.is === 'team' && grant.village === village && holdsOn(grant, day))

/** Whether the actor is a cadre of this village on that day. */
export const isCadreOf = (actor: Actor, village: VillageCode, day: Day): boolean =>
  actor.grants.some(grant => grant.is === 'village' && grant.village === village && holdsOn(grant, day))

export const isOfDepartment = (actor: Actor, department: DepartmentId, day: Day): boolean =>
  actor.grants.some(
    grant => grant.is === 'department' && grant.department === department && holdsOn(grant, day),
  )

/** Whether the village lies in an area the actor's office answers for (a prefix of the division code). */
export const isOfficeFor = (actor: Actor, village: VillageCode, day: Day): boolean =>
  actor.grants.some(grant => grant.is === 'area' && village.startsWith(grant.prefix) && holdsOn(grant, day))

export const isHousehold = (actor: Actor, village: VillageCode, household: HouseholdId): boolean =>
  actor.grants.some(
    grant => grant.is === 'card' && grant.village === village && grant.household === household,
  )
