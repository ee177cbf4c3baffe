import { wireVersion } from '#sync/wire.ts'
import type { HttpRefusal } from '../http/refusals.ts'

/** The oldest wire that is still understood: an app two versions behind [S19]. */
export const oldestWire = Math.max(1, wireVersion - 2)

/** Why an app that speaks this version of the wire is not understood; null when it is. */
export function refusalOfWire(spoken: number): Extract<HttpRefusal, 'wire-too-new' | 'wire-too-old'> | null {
  if (spoken > wireVersion) return 'wire-too-new'
  return spoken < oldestWire ? 'wire-too-old' : null
}
