import type { Day } from '../base/days.ts'
import { agreed, holds, refuse, type Decision } from '../base/decision.ts'
import type { HouseholdId, VillageCode } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import { isCadreOf, isHousehold, isOfDepartment, isOfficeFor, isOnTeam, type Actor } from './grants.ts'

/** By which task somebody may write: on the village's team, as its cadre, in the need's department, for the office, by the card. */
type Task = 'team' | 'cadre' | 'department' | 'office' | 'card'

/** Which tasks may write which kind of change. What is not named here nobody may write. */
export const writers = {
  'household.register': ['team', 'office'],
  'household.learn': ['team', 'cadre'],
  'household.settle': ['team'],
  'household.consent': ['team'],
  'household.decline': ['team', 'cadre'],
  'household.erase': ['office', 'card'],
  'visit.plan': ['team'],
  'advice.ask': ['team'],
  'advice.give': ['team', 'cadre'],
  'advice.expire': ['office'],
  'visit.record': ['team'],
  'need.raise': ['team'],
  'need.agree': ['team'],
  'need.take-in-hand': ['team'],
  'need.do-on-the-spot': ['team'],
  'need.refer': ['team'],
  'referral.accept': ['department'],
  'referral.return': ['department'],
  'referral.extend': ['department'],
  'need.find': ['team', 'department'],
  'need.tell': ['team'],
  'need.hear-answer': ['team', 'card'],
  'need.withdraw': ['team'],
  'need.note': ['team', 'department'],
  'promise.give': ['team'],
  'promise.extend': ['team'],
  'promise.keep': ['team'],
} as const satisfies Record<string, readonly Task[]>

/** As much of a change as the question "who may" needs. */
export type Act = {
  readonly kind: keyof typeof writers
  readonly village: VillageCode
  readonly household: HouseholdId
  /** Its body; of it only `need` and `channel` are looked at. */
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * Whether this actor may write this change, by the tasks held on the day it happened [S12].
 * @refuses `outside-grants` when no task reaches this village or need; `not-your-act` when one does, but the act is another's
 */
export function mayWrite(actor: Actor, act: Act, household: Household | null, on: Day): Decision {
  const held = tasksHeld(actor, act, household, on)
  if (held.length === 0) return refuse('outside-grants')
  const may: readonly Task[] = writers[act.kind]
  const task = held.find(one => may.includes(one))
  if (task === undefined) return refuse('not-your-act')
  return withinTask(task, act, household)
}

function tasksHeld(actor: Actor, act: Act, household: Household | null, on: Day): readonly Task[] {
  const department = household?.needs.find(need => need.id === act.body['need'])?.department ?? null
  const held: Task[] = []
  if (isOnTeam(actor, act.village, on)) held.push('team')
  if (isCadreOf(actor, act.village, on)) held.push('cadre')
  if (department !== null && isOfDepartment(actor, department.id, on)) held.push('department')
  if (isOfficeFor(actor, act.village, on)) held.push('office')
  if (isHousehold(actor, act.village, act.household)) held.push('card')
  return held
}

function withinTask(task: Task, act: Act, household: Household | null): Decision {
  // What the card says comes from the card, and nobody else's word does [H12] [S15].
  if (act.kind === 'need.hear-answer' || act.kind === 'household.erase')
    return holds((task === 'card') === (act.body['channel'] === 'card'), 'not-your-act')
  // What a department has taken over, the department finds the result of [H17].
  if (act.kind === 'need.find' && task === 'team')
    return holds(!isWithDepartment(act, household), 'not-your-act')
  return agreed
}

const isWithDepartment = (act: Act, household: Household | null): boolean =>
  household?.needs.some(need => need.id === act.body['need'] && need.department !== null) ?? false
