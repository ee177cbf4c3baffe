import type { Day } from '../base/days.ts'
import type { NeedId, PromiseId } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'

/** A promise: a giver, words and a day [H20]. */
export type Promised = {
  readonly id: PromiseId
  readonly need: NeedId | null
  readonly giver: PersonNamed
  readonly words: string
  readonly givenOn: Day
  /** The day it is due; null where none was named, which the screens point out. */
  readonly dueOn: Day | null
  /** Every extension carries the reason that was told to the household, and when. */
  readonly extensions: readonly Extension[]
  readonly outcome: PromiseOutcome
}

export type Extension = {
  readonly from: Day | null
  readonly to: Day
  readonly reason: string
  readonly toldOn: Day
  readonly by: PersonNamed
}

export type PromiseOutcome =
  | { readonly is: 'open' }
  | { readonly is: 'kept'; readonly on: Day; readonly how: string; readonly by: PersonNamed }

export const isOpenPromise = (promised: Promised): boolean => promised.outcome.is === 'open'

/** Whether the promise lies past its day [H13]. */
export const isPastItsDay = (promised: Promised, today: Day): boolean =>
  isOpenPromise(promised) && promised.dueOn !== null && promised.dueOn < today
