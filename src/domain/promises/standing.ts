import type { Day } from '../base/days.ts'
import type { PersonId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import { isOpenPromise, isPastItsDay, type Promised } from './promise.ts'

/** An open promise with the household it was given to. */
export type PromiseOf = { readonly household: Household; readonly promised: Promised; readonly past: boolean }

/** The promises somebody gave and has not kept yet, by their day; those without a day last, for they lie most easily [H20]. */
export const promisesOf = (households: Iterable<Household>, me: PersonId, today: Day): readonly PromiseOf[] =>
  [...households]
    .flatMap(household =>
      household.promises
        .filter(promised => promised.giver.id === me && isOpenPromise(promised))
        .map(promised => ({ household, promised, past: isPastItsDay(promised, today) })),
    )
    .toSorted((one, other) => whenOf(one.promised).localeCompare(whenOf(other.promised)))

const whenOf = (promised: Promised): string => promised.dueOn ?? '9999-12-31'
