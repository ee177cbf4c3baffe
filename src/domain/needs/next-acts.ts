import { daysBetween, type Day } from '../base/days.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import { answerChangesForDays } from './need.decide.ts'
import type { Need } from './need.ts'

/** What a team can do with a need, in the words of the screen's buttons. */
export const needActs = [
  'agree',
  'on-the-spot',
  'way',
  'refer',
  'step',
  'result',
  'tell',
  'hear',
  'withdraw',
] as const
export type NeedAct = (typeof needActs)[number]

/** What comes next with a need: the one thing to do first, if any, and what else is open. */
export type NextActs = { readonly first: NeedAct | null; readonly others: readonly NeedAct[] }

/**
 * Which acts a need is open to, by its stage; done there and then comes before every other way [H11]. After the
 * household's last word its answer alone can still be changed, for seven days; otherwise nothing is offered [H12].
 */
export function nextActsFor(need: Need, today: Day): NextActs {
  const { stage } = need
  switch (stage.is) {
    case 'heard':
      return { first: 'agree', others: ['on-the-spot', 'step', 'withdraw'] }
    case 'agreed':
      return { first: 'way', others: ['on-the-spot', 'refer', 'step', 'withdraw'] }
    case 'in-hand':
      if (hasUntoldResult(need)) return { first: 'tell', others: ['step', 'withdraw'] }
      // What a department has taken over, the department finds the result of, "not solved" included [H17].
      return need.department === null
        ? { first: 'result', others: ['step', 'refer', 'way', 'withdraw'] }
        : { first: null, others: ['step', 'refer', 'way', 'withdraw'] }
    case 'waiting':
      return { first: null, others: ['step', 'withdraw'] }
    case 'answered':
      return { first: 'hear', others: ['step', 'withdraw'] }
    case 'solved':
    case 'unconfirmed':
      return daysBetween(stage.answer.on, today) <= answerChangesForDays
        ? { first: null, others: ['hear'] }
        : { first: null, others: [] }
    case 'withdrawn':
      return { first: null, others: [] }
    default:
      return stage satisfies never
  }
}

/** What still lies ahead of an open need: it always ends in the household's own word [H12]. */
export function aheadOf({ stage }: Need): readonly ('tell' | 'household-word')[] {
  switch (stage.is) {
    case 'heard':
    case 'agreed':
    case 'in-hand':
    case 'waiting':
      return ['tell', 'household-word']
    case 'answered':
      return ['household-word']
    case 'solved':
    case 'unconfirmed':
    case 'withdrawn':
      return []
    default:
      return stage satisfies never
  }
}
