import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Author, Change, Recorded } from './change.ts'
import { addHash, checksumOf, hashOf, noChecksum, subtractHash } from './checksum.ts'
import { evolve, evolvePending } from './evolve.ts'
import type { VillageAnswer } from './wire.ts'

/** One village as a device holds it: the accepted state up to the cursor, and its checksum [S9]. */
export type Replica = {
  readonly village: VillageCode
  readonly cursor: number
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly checksum: number
}

export const newReplica = (village: VillageCode): Replica => ({
  village,
  cursor: 0,
  households: new Map(),
  checksum: noChecksum,
})

/**
 * The village after the server's answer. Changes the device has already are passed over, a gap is not jumped: two steps
 * equal one, and a snapshot plus the rest equals the whole [S8].
 */
export function take(replica: Replica, answer: VillageAnswer): Replica {
  switch (answer.is) {
    case 'unchanged':
      return replica
    case 'changes':
      return answer.from <= replica.cursor ? takeChanges(replica, answer.changes, answer.upTo) : replica
    case 'states':
      return takeStates(answer.whole ? newReplica(replica.village) : replica, answer.households, answer.upTo)
    default:
      return answer satisfies never
  }
}

/** What the screens show: the accepted state with the device's own waiting changes on top [S11]. */
export function withPending(
  households: ReadonlyMap<HouseholdId, Household>,
  pending: readonly Change[],
  author: Author,
): ReadonlyMap<HouseholdId, Household> {
  if (pending.length === 0) return households
  const shown = new Map(households)
  for (const change of pending) {
    const after = evolvePending(shown.get(change.household) ?? null, change, author)
    if (after !== null) shown.set(change.household, after)
  }
  return shown
}

function takeChanges(replica: Replica, changes: readonly Recorded[], upTo: number): Replica {
  const households = new Map(replica.households)
  const touched = new Set<HouseholdId>()
  for (const recorded of changes) {
    if (recorded.seq <= replica.cursor) continue
    const { household: id } = recorded.change
    const after = evolve(households.get(id) ?? null, recorded)
    if (after === null) continue
    households.set(id, after)
    touched.add(id)
  }
  const checksum = [...touched].reduce(
    (checksum, id) => exchangeHash(checksum, replica.households.get(id), households.get(id)),
    replica.checksum,
  )
  return { ...replica, cursor: Math.max(replica.cursor, upTo), households, checksum }
}

/** The checksum when one household is another; each is hashed once, however many changes led there. */
function exchangeHash(checksum: number, before: Household | undefined, after: Household | undefined): number {
  const without = before === undefined ? checksum : subtractHash(checksum, hashOf(before))
  return after === undefined ? without : addHash(without, hashOf(after))
}

function takeStates(replica: Replica, states: readonly Household[], upTo: number): Replica {
  if (upTo < replica.cursor) return replica
  const households = new Map(replica.households)
  for (const household of states) households.set(household.id, household)
  return { ...replica, cursor: upTo, households, checksum: checksumOf(households.values()) }
}
