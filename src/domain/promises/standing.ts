import type { Day } from '../base/days.ts'
import type { PersonId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import type { Need } from '../needs/need.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import { isOpenPromise, isPastItsDay, type Promised } from './promise.ts'

/** An open promise with the household it was given to. */
export type PromiseOf = {
  readonly household: Household
  readonly promised: Promised
  readonly past: boolean
  /** The need it was given for, where a result is there and not told: then telling it is what keeps the promise. */
  readonly toTell: Need | null
}

/** The promises somebody gave and has not kept yet, by their day; those without a day last, for they lie most easily [H20]. */
export const promisesOf = (households: Iterable<Household>, me: PersonId, today: Day): readonly PromiseOf[] =>
  [...households]
    .flatMap(household =>
      household.promises
        .filter(promised => promised.giver.id === me && isOpenPromise(promised))
        .map(promised => ({
          household,
          promised,
          past: isPastItsDay(promised, today),
          toTell: resultFor(household, promised),
        })),
    )
    .toSorted((one, other) => whenOf(one.promised).localeCompare(whenOf(other.promised)))

const resultFor = (household: Household, promised: Promised): Need | null =>
  household.needs.find(need => need.id === promised.need && hasUntoldResult(need)) ?? null

const whenOf = (promised: Promised): string => promised.dueOn ?? '9999-12-31'
