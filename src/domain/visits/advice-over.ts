import { addDays, type Day } from '../base/days.ts'
import type { VisitId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import type { AdviceExpire } from './visit.schema.ts'
import { adviceHoldsForDays, type Visit } from './visit.ts'

/** Advice that somebody gave: for which visit, and when it was said. */
export type AdviceSaid = { readonly visit: VisitId; readonly saidOn: Day }

/**
 * Up to when what was said for a visit is over, seen from `today`: all of it the day after the visit closed (the evening
 * is left to write the diary by it), otherwise what is older than ninety days [H2].
 */
export const overBefore = (visit: Visit, today: Day): Day =>
  visit.outcome.is !== 'planned' && visit.on < today ? addDays(today, 1) : addDays(today, -adviceHoldsForDays)

/** What the expiry of a visit's advice says on that day, with what followed from it as it stands. */
export const expiryOf = (visit: Visit, today: Day): AdviceExpire => ({
  visit: visit.id,
  saidBefore: overBefore(visit, today),
  askedOn: visit.askedOn,
  unready: visit.outcome.is === 'held' ? [...visit.outcome.unready] : null,
})

/** The expiries that are due in a household, of the advice whose words are still kept somewhere. */
export const expiriesDue = (
  household: Household,
  kept: readonly AdviceSaid[],
  today: Day,
): readonly AdviceExpire[] =>
  household.visits
    .map(visit => expiryOf(visit, today))
    .filter(({ visit, saidBefore }) => kept.some(one => one.visit === visit && one.saidOn < saidBefore))
