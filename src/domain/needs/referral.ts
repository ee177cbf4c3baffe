import { addWorkingDays } from '../base/calendar/working-days.ts'
import { daysBetween, type Day } from '../base/days.ts'
import type { HouseholdId, NeedId, VillageCode } from '../base/ids.ts'
import type { PersonNamed } from '../base/people.ts'
import { currentFact } from '../households/facts.ts'
import type { Household } from '../households/household.ts'
import type { Category, Found, Need, NextStep, Step } from './need.ts'
import { dueOf } from './totals.ts'

/** A department says within so many working days whether a referral is its own (Shandong 12345 rule, 2020). */
export const saysWhetherOwnWithin = 2

/**
 * What an officer sees of a need that was referred to the department: what the household agreed may be told, whose and
 * where it is, and the way it came. Nothing else of the family: not its other needs, facts, members, diaries [S14] [H17].
 */
export type Referred = {
  readonly need: NeedId
  readonly number: number | null
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly family: string
  readonly told: string
  readonly category: Category
  readonly firstAsked: PersonNamed
  readonly state: ReferredState
  readonly due: { readonly on: Day; readonly what: 'say' | 'handle' | 'step' } | null
  /** Days past the day it was due; 0 while it is not. */
  readonly daysPast: number
  readonly extensions: number
  readonly life: readonly Step[]
}

/** Where it stands, as the department's desk sees it. */
export type ReferredState =
  | { readonly is: 'offered'; readonly sentOn: Day }
  | { readonly is: 'accepted'; readonly officer: PersonNamed; readonly dueOn: Day }
  /** The household said not solved: it is taken up again by the same owner [H12]. */
  | { readonly is: 'reopened'; readonly next: NextStep | null }
  | { readonly is: 'found'; readonly found: Found }
  | { readonly is: 'told' }
  | { readonly is: 'over'; readonly how: 'solved' | 'unconfirmed' | 'withdrawn' }

/** A referred need for its officer; null where it is with no department. */
export function referredFor(household: Household, need: Need, today: Day): Referred | null {
  const state = need.department === null ? null : stateOf(need)
  if (state === null) return null
  const due = dueFor(need, state)
  return {
    need: need.id,
    number: need.number,
    village: household.village,
    household: household.id,
    family: currentFact(household, 'contact-name', today),
    told: need.stage.is === 'waiting' ? need.stage.referral.told : (need.agreement?.mayTell ?? ''),
    category: need.category,
    firstAsked: need.firstAsked,
    state,
    due,
    daysPast: due === null ? 0 : Math.max(0, daysBetween(due.on, today)),
    extensions: state.is === 'accepted' ? need.life.filter(step => step.is === 'extended').length : 0,
    life: need.life.map(asTold),
  }
}

function stateOf({ stage }: Need): ReferredState | null {
  switch (stage.is) {
    case 'waiting':
      return stage.referral.state.is === 'offered'
        ? { is: 'offered', sentOn: stage.referral.sentOn }
        : { is: 'accepted', officer: stage.referral.state.officer, dueOn: stage.referral.state.dueOn }
    case 'in-hand':
      return stage.found === null ? { is: 'reopened', next: stage.next } : { is: 'found', found: stage.found }
    case 'answered':
      return { is: 'told' }
    case 'solved':
    case 'unconfirmed':
    case 'withdrawn':
      return { is: 'over', how: stage.is }
    case 'heard':
    case 'agreed':
      return null
    default:
      return stage satisfies never
  }
}

function dueFor(need: Need, state: ReferredState): Referred['due'] {
  if (state.is === 'offered') return { on: addWorkingDays(state.sentOn, saysWhetherOwnWithin), what: 'say' }
  const due = dueOf(need)
  // dueOf gives a Day as text.
  return due === null ? null : { on: due.on as Day, what: due.what === 'referral' ? 'handle' : 'step' }
}

/** Steps whose words are the department's business: its own, those told to it, and what the household said of its result. */
const spoken: readonly Step['is'][] = ['referred', 'accepted', 'returned', 'extended', 'found', 'not-solved']

const asTold = (step: Step): Step => (spoken.includes(step.is) ? step : { ...step, words: '' })

/** Which comes first: taken up again without a day, then by the day things are due, then what has its result, newest first. */
export function byDueDay(one: Referred, other: Referred): number {
  const [first, second] = [rankOf(one), rankOf(other)]
  if (first !== second) return first - second
  return first === 2 ? lastDay(other).localeCompare(lastDay(one)) : dueDay(one).localeCompare(dueDay(other))
}

const rankOf = ({ state, due }: Referred): 0 | 1 | 2 => {
  if (state.is === 'found' || state.is === 'told' || state.is === 'over') return 2
  return state.is === 'reopened' && due === null ? 0 : 1
}

const dueDay = ({ due }: Referred): string => due?.on ?? '9999-12-31'
const lastDay = ({ life }: Referred): string => life.at(-1)?.on ?? ''
