import type { Day } from '../base/days.ts'
import { factsFor } from '../households/facts.ts'
import type { Fact, FactKey, Household, Member } from '../households/household.ts'
import type { Category } from '../needs/need.ts'
import type { Bring } from '../visits/brief.ts'
import { groundsOf, missingFor } from './grounds.ts'
import { readExpression, type Expression } from './expression.ts'
import { knownFactsOf, type KnownFacts, type Season } from './known-facts.ts'
import { holdingOn, type Policy } from './policy.ts'

/** Whether a policy is worth explaining to a household: never whether it is entitled, which the counter says [H6]. */
export type Fit =
  | { readonly is: 'worth-explaining'; readonly because: readonly Ground[] }
  | { readonly is: 'unknown'; readonly missing: readonly Missing[] }
  | { readonly is: 'not' }

/** What a yes stands on, with whose word it is. */
export type Ground =
  | {
      readonly is: 'member'
      readonly member: Member
      readonly age: number | null
      readonly from: Fact | null
    }
  | { readonly is: 'fact'; readonly fact: Fact }
  | { readonly is: 'need'; readonly category: Category }
  | { readonly is: 'season'; readonly season: Season }

/** What would have to be known first. */
export type Missing =
  | { readonly is: 'members' }
  | { readonly is: 'birth-year' | 'schooling' | 'relation'; readonly member: Member }
  | { readonly is: 'fact'; readonly key: FactKey }
  | { readonly is: 'lapsed'; readonly category: string }

/** A policy with its expression, read once. */
export type ReadPolicy = { readonly policy: Policy; readonly expression: Expression }

/** Reads the expressions of a catalogue once; a policy whose expression cannot be read is left out, and breaks nothing. */
export const readPolicies = (policies: readonly Policy[]): readonly ReadPolicy[] =>
  policies.flatMap(policy => {
    const expression = readExpression(policy.entitled)
    return expression === null ? [] : [{ policy, expression }]
  })

/** What a brief says of policies: in the catalogue's order, a few at a time. */
export type PolicyFit = {
  readonly worth: readonly { readonly policy: Policy; readonly because: readonly Ground[] }[]
  readonly unsure: readonly { readonly policy: Policy; readonly missing: readonly Missing[] }[]
  /** Explained within the year: they step back. */
  readonly explained: readonly { readonly policy: Policy; readonly on: Day }[]
}

export const noFit: PolicyFit = { worth: [], unsure: [], explained: [] }

/** So many policies a brief offers at once, and so many of which it says what is missing. */
const atOnce = { worth: 4, unsure: 2 } as const

/** How long an explanation holds, in days; after that it may be worth repeating. */
export const explainedForDays = 365

/** Which policies are worth explaining to this household on that day, and why. */
export function policyFitOf(policies: readonly ReadPolicy[], household: Household, today: Day): PolicyFit {
  const known = knownFactsOf(household, today)
  const holding = new Set(
    holdingOn(
      policies.map(({ policy }) => policy),
      today,
    ),
  )
  const explained = policies.flatMap(({ policy }) => {
    const on = explainedOn(household, policy, today)
    return on === null ? [] : [{ policy, on }]
  })
  const open = policies.filter(
    ({ policy }) => holding.has(policy) && !explained.some(one => one.policy === policy),
  )
  const fits = open.map(({ policy, expression }) => ({ policy, fit: fitOf(expression, known) }))
  return {
    worth: fits
      .flatMap(({ policy, fit }) => (fit.is === 'worth-explaining' ? [{ policy, because: fit.because }] : []))
      .slice(0, atOnce.worth),
    unsure: fits
      .flatMap(({ policy, fit }) => (fit.is === 'unknown' ? [{ policy, missing: fit.missing }] : []))
      .slice(0, atOnce.unsure),
    explained,
  }
}

/** What to take along for the policies: their pages in large letters, and which papers the family will need; once each. */
export const bringForPolicies = ({ worth }: PolicyFit): readonly Bring[] =>
  worth.length === 0
    ? []
    : [
        {
          is: 'policies',
          titles: worth.map(({ policy }) => policy.title),
          papers: [...new Set(worth.flatMap(({ policy }) => policy.papers))],
        },
      ]

/** When this policy was last explained to this household, while that holds; the fact bears the policy's title. */
export const explainedOn = (household: Household, { title }: Policy, today: Day): Day | null =>
  factsFor(household, 'policy-explained', today)
    .filter(({ value }) => value === title)
    .map(({ learnedOn }) => learnedOn)
    .toSorted()
    .at(-1) ?? null

/**
 * One policy over what is known. A category whose day has passed is neither a yes nor a no: only what is so with it and
 * without it is said.
 */
export function fitOf(expression: Expression, known: KnownFacts): Fit {
  const { asked, lapsed } = known
  const answer = expression.holds(asked)
  const withLapsed =
    lapsed.length === 0
      ? answer
      : expression.holds({ ...asked, categories: [...asked.categories, ...lapsed] })
  if (answer === null || answer !== withLapsed)
    return { is: 'unknown', missing: missingFor(expression, known) }
  return answer ? { is: 'worth-explaining', because: groundsOf(expression, known) } : { is: 'not' }
}
