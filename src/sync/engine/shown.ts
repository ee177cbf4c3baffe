import type { VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { HouseholdId } from '#domain/base/ids.ts'
import type { Change } from '../change.ts'
import { withPending } from '../replica.ts'
import type { DeviceState, HeldVillage } from './device-state.ts'
import type { Placed, Received } from './store.ts'

/**
 * The device's own changes that the village's accepted state does not hold yet, in the order they were written: those
 * that wait, and those the server has taken under a number this device has not read up to [S11].
 */
export const pendingIn = (state: DeviceState, held: HeldVillage): readonly Change[] =>
  pendingOf(
    held,
    state.received.filter(one => one.change.village === held.facts.code),
    state.outbox.waiting.filter(one => one.change.village === held.facts.code),
  )

/** The same for every village at once, for screens that draw them all. */
export function pendingByVillage(state: DeviceState): ReadonlyMap<VillageCode, readonly Change[]> {
  const received = byVillage(state.received)
  const waiting = byVillage(state.outbox.waiting)
  return new Map(
    [...state.villages].map(([code, held]) => [
      code,
      pendingOf(held, received.get(code) ?? [], waiting.get(code) ?? []),
    ]),
  )
}

function pendingOf(
  { facts, replica }: HeldVillage,
  received: readonly Received[],
  waiting: readonly Placed[],
): readonly Change[] {
  const taken = received
    // Numbers of a restored server say nothing about a state from before.
    .filter(one => (facts.ofEarlierEpoch ? !one.again : one.seq > replica.cursor))
    .toSorted((one, other) => one.seq - other.seq)
  // What is offered again is in the old accepted state already, until the new one has come.
  const own = waiting.filter(one => !(one.again && facts.refetch))
  return [...taken, ...own].map(({ change }) => change)
}

function byVillage<P extends Placed>(placed: readonly P[]): ReadonlyMap<VillageCode, readonly P[]> {
  const villages = new Map<VillageCode, P[]>()
  for (const one of placed) {
    const here = villages.get(one.change.village)
    if (here === undefined) villages.set(one.change.village, [one])
    else here.push(one)
  }
  return villages
}

/** A village's households as the screens show them [S11]; what was erased is in no list [S15]. */
export const shownIn = (
  state: DeviceState,
  held: HeldVillage,
  pending: readonly Change[] = pendingIn(state, held),
): ReadonlyMap<HouseholdId, Household> =>
  withoutErased(withPending(held.replica.households, pending, state.facts.actor))

function withoutErased(households: ReadonlyMap<HouseholdId, Household>): ReadonlyMap<HouseholdId, Household> {
  const shown = [...households].filter(([, { erased }]) => erased === undefined)
  return shown.length === households.size ? households : new Map(shown)
}

/** One household as the screens show it; null when this device does not hold it, or it was erased. */
export function shownHousehold(
  state: DeviceState,
  village: VillageCode,
  household: HouseholdId,
): Household | null {
  const known = knownHousehold(state, village, household)
  return known === null || known.erased !== undefined ? null : known
}

/** The same, an erased one too: what is written about it is refused for that reason. */
export function knownHousehold(
  state: DeviceState,
  village: VillageCode,
  household: HouseholdId,
): Household | null {
  const held = state.villages.get(village)
  if (held === undefined) return null
  const pending = pendingIn(state, held).filter(change => change.household === household)
  const accepted = held.replica.households.get(household)
  if (accepted?.erased !== undefined) return accepted
  const start = new Map(accepted === undefined ? [] : [[household, accepted] as const])
  return withPending(start, pending, state.facts.actor).get(household) ?? null
}
