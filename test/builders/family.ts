import type { Actor } from '#domain/access/grants.ts'
import type { Household } from '#domain/households/household.ts'
import { evolve } from '#sync/evolve.ts'
import type { Change } from '#sync/change.ts'
import { register } from './changes.ts'
import { zhouMin } from './people.ts'

/** A change as 周敏's, or with another's name. */
export type FamilyChange = Change | { readonly by: Actor; readonly change: Change }

/** The household these changes leave, each accepted as 周敏's unless it comes with another's name. */
export function family(...changes: FamilyChange[]): Household {
  let household: Household | null = null
  let seq = 0
  for (const one of [register(), ...changes]) {
    const [by, change] = 'by' in one ? [one.by, one.change] : [zhouMin, one]
    seq += 1
    household = evolve(household, { seq, change, author: by, receivedAt: change.happenedAt })
  }
  if (household === null) throw new Error('no household was registered')
  return household
}
