import type { Day } from '../base/days.ts'
import type { Household } from '../households/household.ts'
import { isPastItsDay, type Promised } from '../promises/promise.ts'
import type { ReadinessReason, Visit } from './visit.ts'

/**
 * What still stands between a planned visit and a prepared one, in the order in which to see to it [H4]. Empty means
 * ready. Reasons in words; never a percentage.
 */
export function readinessOf(household: Household, visit: Visit, today: Day): readonly ReadinessReason[] {
  const reasons: ReadinessReason[] = []
  if (visit.purpose.trim() === '') reasons.push('purpose-missing')
  if (!hasAdvice(visit, today)) reasons.push('cadre-not-asked')
  if (household.promises.some(promised => isUnanswered(household, promised, today)))
    reasons.push('promise-unanswered')
  return reasons
}

/** A reason that stands before a planned visit: what is not prepared, or that the household asked for a later day. */
export type StandingReason = ReadinessReason | 'before-agreed-day'

/**
 * What to see to before going: a colleague may have heard meanwhile that the household would rather have one come later
 * [H5]; then what is not prepared [H4].
 */
export const standingBefore = (household: Household, visit: Visit, today: Day): readonly StandingReason[] =>
  household.notBefore !== null && visit.on < household.notBefore
    ? ['before-agreed-day', ...readinessOf(household, visit, today)]
    : readinessOf(household, visit, today)

const hasAdvice = (visit: Visit, today: Day): boolean =>
  visit.advice.some(advice => advice.expiresOn >= today)

/** A promise past its day with nothing to say about it; where a result was found, the visit brings it. */
function isUnanswered(household: Household, promised: Promised, today: Day): boolean {
  const need = household.needs.find(one => one.id === promised.need)
  return isPastItsDay(promised, today) && (need === undefined || !hasUntoldResult(need))
}

/** Whether a result is there that the household has not been told [H13]. */
export const hasUntoldResult = ({ stage }: Household['needs'][number]): boolean =>
  stage.is === 'in-hand' && stage.found !== null
