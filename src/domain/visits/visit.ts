import type { Day } from '../base/days.ts'
import type { VisitId } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'

/** When people are home, in the words people use; a clock time only if the family named one. */
export const timesOfDay = ['morning', 'noon', 'afternoon', 'after-work', 'after-supper'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

/** One visit of one household. Nothing of it is ever counted by person [H10]. */
export type Visit = {
  readonly id: VisitId
  readonly on: Day
  readonly time: TimeOfDay | null
  readonly kind: 'planned' | 'chance'
  readonly purpose: string
  readonly companions: readonly string[]
  readonly by: PersonNamed
  readonly askedOn: Day | null
  readonly advice: readonly Advice[]
  readonly outcome: VisitOutcome
}

export type VisitOutcome =
  | { readonly is: 'planned' }
  | { readonly is: 'held'; readonly by: PersonNamed; readonly unready: readonly ReadinessReason[] }
  | { readonly is: 'nobody-home'; readonly by: PersonNamed }
  | { readonly is: 'another-day'; readonly by: PersonNamed; readonly notBefore: Day }

/** Why a visit is not ready yet [H4]. Each is a reason in words on the screen, never a mark or a number. */
export const readinessReasons = ['purpose-missing', 'cadre-not-asked', 'promise-unanswered'] as const
export type ReadinessReason = (typeof readinessReasons)[number]

/** On which way advice came: the cadre's own phone, a link with a one-day code, the telephone, a sheet of paper. */
export const adviceWays = ['own-screen', 'link', 'telephone', 'paper'] as const
export type AdviceWay = (typeof adviceWays)[number]

/**
 * What a village cadre says before one visit (怎么上门): how to arrive well, in words, never a grade. It bears the
 * name of who said it and expires [H2].
 */
export type Advice = {
  readonly saidBy: string
  readonly writtenBy: PersonNamed
  readonly via: AdviceWay
  readonly saidOn: Day
  readonly expiresOn: Day
  readonly when: TimeOfDay | null
  readonly address: string
  readonly mindful: string
  readonly words: string
  /** Whether there is a topic to leave alone: yes or no, without its content. */
  readonly leaveAlone: 'no' | 'yes' | 'unclear'
}

/** Advice expires after so many days (ours; domain section 4). */
export const adviceHoldsForDays = 90
