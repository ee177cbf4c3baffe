import type { VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { HouseholdId } from '#domain/base/ids.ts'
import type { Change } from '../change.ts'
import { withPending } from '../replica.ts'
import type { DeviceState, HeldVillage } from './device-state.ts'

/**
 * The device's own changes that the village's accepted state does not hold yet, in the order they were written: those
 * that wait, and those the server has taken under a number this device has not read up to [S11].
 */
export function pendingIn(state: DeviceState, { facts, replica }: HeldVillage): readonly Change[] {
  const taken = state.received
    .filter(one => one.change.village === facts.code && one.seq > replica.cursor)
    .toSorted((one, other) => one.seq - other.seq)
  // What is offered again is in the old accepted state already, until the new one has come.
  const waiting = state.outbox.waiting.filter(
    one => one.change.village === facts.code && !(one.again && facts.refetch),
  )
  return [...taken, ...waiting].map(({ change }) => change)
}

/** A village's households as the screens show them [S11]. */
export const shownIn = (state: DeviceState, held: HeldVillage): ReadonlyMap<HouseholdId, Household> =>
  withPending(held.replica.households, pendingIn(state, held), state.facts.actor)

/** One household as the screens show it; null when this device does not hold it. */
export function shownHousehold(
  state: DeviceState,
  village: VillageCode,
  household: HouseholdId,
): Household | null {
  const held = state.villages.get(village)
  if (held === undefined) return null
  const pending = pendingIn(state, held).filter(change => change.household === household)
  const accepted = held.replica.households.get(household)
  const start = new Map(accepted === undefined ? [] : [[household, accepted] as const])
  return withPending(start, pending, state.facts.actor).get(household) ?? null
}
