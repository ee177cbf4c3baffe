import type { Instant } from '../base/days.ts'
import type { VisitId } from '../base/ids.ts'

/** A link that asks somebody of the village how to come to a few families; it opens for a day [H2]. */
export type AdviceLink = {
  readonly link: string
  readonly saidBy: string
  readonly visits: readonly VisitId[]
  /** Of how many families something was said. */
  readonly answered: number
  readonly expiresAt: Instant
}

/** The same, just made: its address is told this once and kept nowhere. */
export type AdviceLinkMade = AdviceLink & { readonly address: string }

/** Somebody of the village who can be asked. */
export type Cadre = { readonly name: string; readonly title: string }
