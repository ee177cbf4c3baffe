import { addDays, type Day } from '../base/days.ts'
import type { VisitId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'

/** A story nothing came of is kept for so many days (ours; domain section 4). */
export const storyHoldsForDays = 180

/** Whether a visit's story is over: nothing came of it in 180 days. A story from which a need was taken stays with it. */
export function isStoryOver(household: Household, id: VisitId, today: Day): boolean {
  const visit = household.visits.find(one => one.id === id)
  if (visit === undefined || household.needs.some(need => need.visit === id)) return false
  return addDays(visit.on, storyHoldsForDays) < today
}
