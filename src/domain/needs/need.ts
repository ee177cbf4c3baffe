import type { Day } from '../base/days.ts'
import type { DepartmentId, NeedId, VisitId } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'
import type { Extension } from '../promises/promise.ts'

/** Level-1 categories, after 兴山县 2022, one renamed (domain section 3). */
export const categories = [
  'infrastructure',
  'hardship',
  'disputes',
  'livelihood',
  'special-difficulties',
  'public-services',
  'living-environment',
  'family-own',
] as const
export type Category = (typeof categories)[number]

/** How a need is taken forward [H15]. */
export const ways = ['on-the-spot', 'guided', 'agent', 'referral', 'explained', 'formal'] as const
export type Way = (typeof ways)[number]

export const levels = ['household', 'shared', 'policy'] as const
export type Level = (typeof levels)[number]

/**
 * One thing a household would like done: the unit of follow-up. Its owner is never empty [H21]; its number is the
 * log number of the change that raised it, given once and never again, and none yet while that change waits to be sent.
 */
export type Need = {
  readonly id: NeedId
  readonly number: number | null
  readonly words: string
  readonly saidBy: string
  /** The diary's words it was read from; empty where there was no diary [H9]. */
  readonly quote: string
  readonly category: Category
  readonly level: Level
  readonly visit: VisitId | null
  readonly heardOn: Day
  readonly firstAsked: PersonNamed
  readonly owner: PersonNamed
  /** With which department it is, from the day it was offered; none again when it was returned [H17]. */
  readonly department: Department | null
  /** What the household agreed may be told, and what not; null until it has agreed to anything. */
  readonly agreement: Agreement | null
  readonly stage: Stage
  readonly life: readonly Step[]
}

export type Department = { readonly id: DepartmentId; readonly name: string }

export type Agreement = { readonly agreedOn: Day; readonly mayTell: string; readonly keepBack: string }

/** The life of a need (domain section 3). A union, so that the wrong state cannot be written. */
export type Stage =
  | { readonly is: 'heard' }
  | { readonly is: 'agreed' }
  | {
      readonly is: 'in-hand'
      readonly way: Way
      readonly next: NextStep | null
      readonly found: Found | null
      /** The household said not solved, and nothing was done since: for seven days it may still say otherwise. */
      readonly unsolved: Unsolved | null
    }
  | { readonly is: 'waiting'; readonly way: Way; readonly referral: Referral }
  | { readonly is: 'answered'; readonly way: Way; readonly found: Found; readonly told: Told }
  | {
      readonly is: 'solved'
      readonly way: Way
      readonly found: Found
      readonly told: Told
      readonly answer: HouseholdAnswer
    }
  | {
      readonly is: 'unconfirmed'
      readonly way: Way
      readonly found: Found
      readonly told: Told
      readonly answer: HouseholdAnswer
    }
  | { readonly is: 'withdrawn'; readonly on: Day; readonly words: string }

export type NextStep = { readonly what: string; readonly by: Day | null }

/** How far a need is with its department. A referral moves the ownership only when it is accepted [H21]. */
export type Referral = {
  readonly told: string
  readonly sentOn: Day
  readonly state:
    | { readonly is: 'offered' }
    | {
        readonly is: 'accepted'
        readonly officer: PersonNamed
        readonly dueOn: Day
        readonly extensions: readonly Extension[]
      }
}

/** What came of it, and by whom the work was done. `cannot-be-done` says why. */
export type Found = {
  readonly words: string
  readonly kind: 'done' | 'cannot-be-done'
  readonly by: PersonNamed
  readonly on: Day
}

/** The result was told to the household: when, how, by whom. */
export type Told = {
  readonly on: Day
  readonly channel: Channel
  readonly by: PersonNamed
  readonly to: string
}

export const channels = ['at-the-door', 'telephone', 'relay', 'card'] as const
export type Channel = (typeof channels)[number]

/** What the household called not solved, and its word. */
export type Unsolved = { readonly found: Found; readonly told: Told; readonly answer: HouseholdAnswer }

/** The household's own word, and how it came: each way says which it was [H12]. */
export type HouseholdAnswer = {
  readonly says: 'solved' | 'not-solved' | 'rather-not-say'
  readonly saidBy: string
  readonly on: Day
  readonly heardBy: PersonNamed
  readonly words: string
} & (
  | { readonly channel: 'at-the-door'; readonly witness: string }
  | { readonly channel: 'telephone' }
  | { readonly channel: 'relay'; readonly relay: string; readonly relation: string }
  | { readonly channel: 'card' }
)

/** One step of a need's life: who, when it happened, and what; the line the family and the team both read. */
export type Step = {
  readonly is:
    | 'heard'
    | 'agreed'
    | 'taken-in-hand'
    | 'done-on-the-spot'
    | 'referred'
    | 'accepted'
    | 'returned'
    | 'extended'
    | 'found'
    | 'told'
    | 'solved'
    | 'not-solved'
    | 'rather-not-say'
    | 'withdrawn'
    | 'noted'
  readonly on: Day
  /** The day it was written down, where that is a later one: a late entry is normal, and marked. */
  readonly writtenOn: Day
  readonly by: PersonNamed
  readonly words: string
}

/** Whether the household still waits for something: everything before its own last word. */
export const isOpenNeed = (need: Need): boolean =>
  !['solved', 'unconfirmed', 'withdrawn'].includes(need.stage.is)
