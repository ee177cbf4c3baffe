import type { Kind } from '../change.ts'
import type { Recorded } from '../change.ts'

/** The wire with which a kind of change came; those of the first are not named [S19]. */
const sinceWire: Partial<Record<Kind, number>> = {
  'household.erase': 2,
  'household.settle': 2,
  'advice.expire': 2,
}

/** Whether who speaks this wire can fold these changes: it knows each kind, and no body of them was erased [S15] [S19]. */
export const isFoldable = (changes: readonly Recorded[], wire: number): boolean =>
  changes.every(({ change }) => change.body !== null && (sinceWire[change.kind] ?? 1) <= wire)
