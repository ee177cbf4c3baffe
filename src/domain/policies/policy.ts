import type { Day } from '../base/days.ts'

/**
 * One policy as it is told to people (政策): plain words, and for whom it may be worth explaining. It decides nothing
 * about anybody; who is entitled the counter says [H6].
 */
export type Policy = {
  /** Letters and hyphens; stays when the title is changed. */
  readonly id: string
  readonly title: string
  /** The words to read out. */
  readonly plain: string
  /** Who may be entitled: an expression in CEL over what is kept of a household (docs/policies.md). */
  readonly entitled: string
  readonly papers: readonly string[]
  /** Which counter, whom to ask. */
  readonly place: string
  readonly validUntil: Day | null
  /** The rule it stands on, and of which day what was read is. */
  readonly source: string
  readonly sourceOn: Day | null
  /** Who has checked it for this place; empty for a sample as it ships. */
  readonly checkedBy: string
}

/** Shipped as it is and checked by nobody here yet: to be shown as a sample, to be checked locally. */
export const isSample = ({ checkedBy }: Policy): boolean => checkedBy === ''

/** Policies that still hold on that day. */
export const holdingOn = (policies: readonly Policy[], today: Day): readonly Policy[] =>
  policies.filter(({ validUntil }) => validUntil === null || validUntil >= today)
