import type { Household } from '../households/household.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import { isOpenNeed, type Need } from './need.ts'

/**
 * Running totals of a village: counts of things by kind, never of or by persons [H10]. A sparse map; what is not
 * named is zero. Keys:
 * `stage:<stage>:<category>` needs standing there · `ever:<agreed|in-hand|answered>` needs that ever came so far ·
 * `reopened` times a household said not solved · `lying:<untold|no-next-step>` needs left lying [H13] ·
 * `due:<promise|referral|step>:<day>` open things with a day · `open-since:<day>` open needs by the day they were heard.
 */
export type Totals = Readonly<Record<string, number>>

export const noTotals: Totals = {}

/** What one household adds to its village's totals. */
export function totalsOf(household: Household): Totals {
  const keys = [
    ...household.needs.flatMap(keysOfNeed),
    ...household.promises
      .filter(promised => promised.outcome.is === 'open' && promised.dueOn !== null)
      .map(promised => `due:promise:${promised.dueOn}`),
  ]
  const totals: Record<string, number> = {}
  for (const key of keys) totals[key] = (totals[key] ?? 0) + 1
  return totals
}

export const sum = (parts: readonly Totals[]): Totals => {
  const totals: Record<string, number> = {}
  for (const part of parts) {
    for (const [key, count] of Object.entries(part)) totals[key] = (totals[key] ?? 0) + count
  }
  return withoutZeros(totals)
}

/** The totals after one household changed: those before, less what it was, more what it is. */
export function shift(totals: Totals, before: Totals, after: Totals): Totals {
  const shifted: Record<string, number> = { ...totals }
  for (const [key, count] of Object.entries(before)) shifted[key] = (shifted[key] ?? 0) - count
  for (const [key, count] of Object.entries(after)) shifted[key] = (shifted[key] ?? 0) + count
  // Only what moved can have come to nothing.
  for (const key of Object.keys(before)) if (shifted[key] === 0) delete shifted[key]
  return shifted
}

const withoutZeros = (totals: Totals): Totals =>
  Object.fromEntries(Object.entries(totals).filter(([, count]) => count !== 0))

function keysOfNeed(need: Need): readonly string[] {
  const keys = [`stage:${need.stage.is}:${need.category}`, ...passed(need)]
  keys.push(...need.life.filter(step => step.is === 'not-solved').map(() => 'reopened'))
  if (isOpenNeed(need)) keys.push(`open-since:${need.heardOn}`)
  if (hasUntoldResult(need)) keys.push('lying:untold')
  if (hasNoNextStep(need)) keys.push('lying:no-next-step')
  const due = dueOf(need)
  if (due !== null) keys.push(`due:${due.what}:${due.on}`)
  return keys
}

const marks = [
  { key: 'ever:agreed', steps: ['agreed', 'done-on-the-spot'] },
  { key: 'ever:in-hand', steps: ['taken-in-hand', 'referred', 'done-on-the-spot'] },
  { key: 'ever:answered', steps: ['told', 'done-on-the-spot'] },
] as const

const passed = (need: Need): string[] =>
  marks
    .filter(({ steps }) => need.life.some(step => (steps as readonly string[]).includes(step.is)))
    .map(({ key }) => key)

/** Whether the need lies there with nobody knowing what comes next [H13]. */
export const hasNoNextStep = ({ stage }: Need): boolean =>
  stage.is === 'agreed' || (stage.is === 'in-hand' && stage.found === null && stage.next === null)

/** The day on which the need's next thing is due, and what it is; null where none is set. */
export function dueOf({ stage }: Need): { readonly what: 'referral' | 'step'; readonly on: string } | null {
  if (stage.is === 'waiting' && stage.referral.state.is === 'accepted')
    return { what: 'referral', on: stage.referral.state.dueOn }
  if (stage.is === 'in-hand' && stage.next?.by) return { what: 'step', on: stage.next.by }
  return null
}
