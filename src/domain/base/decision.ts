/**
 * A decision of the domain: either the thing asked for, or a refusal with a fixed word from the catalogue
 * in `refusals.ts`. A refusal is an answer, not a fault; a fault throws.
 */
export type Decision<T> = Accepted<T> | Refused

export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused = { readonly ok: false; readonly because: Refusal }

import type { Refusal } from './refusals.ts'

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

export const refuse = (because: Refusal): Refused => ({ ok: false, because })
