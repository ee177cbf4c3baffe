import type { Refusal } from './refusals.ts'

/**
 * A decision of the domain: the thing asked for, or a refusal with a fixed word from the catalogue in
 * `refusals.ts`. A refusal is an answer, not a fault; a fault throws.
 */
export type Decision<T = null> = Accepted<T> | Refused

export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly because: Refusal }

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

/** Agreed, with nothing to hand back. */
export const agreed: Accepted<null> = accept(null)

export const refuse = (because: Refusal): Refused => ({ ok: false, because })

/** The first refusal among several checks, or agreement when none refuses. */
export function allOf(...checks: readonly Decision[]): Decision {
  return checks.find(check => !check.ok) ?? agreed
}

/** Agrees when the fact holds, otherwise refuses with this word. */
export const holds = (fact: boolean, otherwise: Refusal): Decision => (fact ? agreed : refuse(otherwise))
