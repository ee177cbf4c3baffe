import { daysBetween, type Day } from '../base/days.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import type { Need } from './need.ts'
import { dueOf, hasNoNextStep } from './totals.ts'

/** How a need stands as a person reads it: its stage, with what the last step and the calendar add to it. */
export type NeedStanding =
  | { readonly is: 'heard' | 'agreed' | 'in-hand' | 'returned' | 'not-solved' | 'to-tell' }
  | { readonly is: 'lying'; readonly since: Day; readonly days: number }
  | { readonly is: 'waiting'; readonly who: string; readonly until: Day | null }
  | { readonly is: 'answered' | 'solved' | 'unconfirmed' | 'withdrawn' }

/** How the need stands on that day. Left lying goes before everything else that is open [H13]. */
export function standingOf(need: Need, today: Day): NeedStanding {
  const since = lyingSince(need, today)
  if (since !== null) return { is: 'lying', since, days: daysBetween(since, today) }
  const { stage } = need
  switch (stage.is) {
    case 'waiting':
      return {
        is: 'waiting',
        who: need.department?.name ?? need.owner.name,
        until: stage.referral.state.is === 'accepted' ? stage.referral.state.dueOn : null,
      }
    case 'in-hand':
      return { is: handOf(need) }
    case 'heard':
    case 'agreed':
    case 'answered':
    case 'solved':
    case 'unconfirmed':
    case 'withdrawn':
      return { is: stage.is }
    default:
      return stage satisfies never
  }
}

/**
 * Since when the need lies there: past its day, a result not told, or nobody knowing what comes next [H13]. Null while
 * it does not; what happened today does not lie yet.
 */
export function lyingSince(need: Need, today: Day): Day | null {
  const due = dueOf(need)
  if (due !== null && due.on < today) return due.on as Day // dueOf gives a Day as text
  const last = need.life.at(-1)?.on ?? need.heardOn
  const lies = hasUntoldResult(need) || hasNoNextStep(need)
  return lies && last < today ? last : null
}

function handOf(need: Need): 'in-hand' | 'returned' | 'not-solved' | 'to-tell' {
  if (hasUntoldResult(need)) return 'to-tell'
  const last = need.life.at(-1)?.is
  if (last === 'returned') return 'returned'
  return last === 'not-solved' ? 'not-solved' : 'in-hand'
}
