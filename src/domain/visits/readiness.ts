import type { Day } from '../base/days.ts'
import type { Household } from '../households/household.ts'
import { isPastItsDay } from '../promises/promise.ts'
import type { ReadinessReason, Visit } from './visit.ts'

/**
 * What still stands between a planned visit and a prepared one, in the order in which to see to it [H4]. Empty means
 * ready. Reasons in words; never a percentage.
 */
export function readinessOf(household: Household, visit: Visit, today: Day): readonly ReadinessReason[] {
  const reasons: ReadinessReason[] = []
  if (visit.purpose.trim() === '') reasons.push('purpose-missing')
  if (!hasAdvice(visit, today)) reasons.push('cadre-not-asked')
  if (household.promises.some(promised => isPastItsDay(promised, today))) reasons.push('promise-unanswered')
  if (household.needs.some(hasUntoldResult)) reasons.push('result-untold')
  return reasons
}

const hasAdvice = (visit: Visit, today: Day): boolean =>
  visit.advice.some(advice => advice.expiresOn >= today)

/** Whether a result is there that the household has not been told [H13]. */
export const hasUntoldResult = ({ stage }: Household['needs'][number]): boolean =>
  stage.is === 'in-hand' && stage.found !== null
