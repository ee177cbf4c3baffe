import type { Audience } from '#domain/access/may-see.ts'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change } from '#sync/change.ts'
import type { DeviceState, HeldVillage } from '#sync/engine/device-state.ts'
import { pendingByVillage, shownIn } from '#sync/engine/shown.ts'

/** A village as the screens show it: what is accepted, with the device's own waiting changes on top [S11]. */
export type VillageView = {
  readonly code: VillageCode
  readonly name: string
  readonly audience: Audience
  readonly households: ReadonlyMap<HouseholdId, Household>
  /** Who else works in this village's team. */
  readonly colleagues: readonly PersonNamed[]
  /** Whether device and server hold the same [S9]; `fetching-anew` mends itself, `disagrees` is said on 我的. */
  readonly agreement: 'agrees' | 'fetching-anew' | 'disagrees'
}

type Seen = {
  readonly held: HeldVillage
  readonly pending: readonly Change[]
  readonly view: VillageView
}

/** Views of all villages; a village that has not moved keeps the view it had, and so does the list. */
export function createVillageViews(): (state: DeviceState) => readonly VillageView[] {
  let seen = new Map<VillageCode, Seen>()
  let list: readonly VillageView[] = []
  return state => {
    const pending = pendingByVillage(state)
    const next = [...state.villages.values()].map(held =>
      look(state, { held, pending: pending.get(held.facts.code) ?? none }, seen.get(held.facts.code)),
    )
    seen = new Map(next.map(one => [one.view.code, one]))
    const same = next.length === list.length && next.every(({ view }, at) => view === list[at])
    if (!same) list = next.map(({ view }) => view)
    return list
  }
}

const none: readonly Change[] = []
const nobody: readonly PersonNamed[] = []

function look(state: DeviceState, { held, pending }: Omit<Seen, 'view'>, before: Seen | undefined): Seen {
  if (before?.held === held && sameChanges(before.pending, pending)) return before
  const { code, name, audience, refetch, agrees, colleagues = nobody } = held.facts
  const agreement = refetch ? 'fetching-anew' : agrees ? 'agrees' : 'disagrees'
  return {
    held,
    pending,
    view: { code, name, audience, agreement, colleagues, households: shownIn(state, held, pending) },
  }
}

const sameChanges = (one: readonly Change[], other: readonly Change[]): boolean =>
  one.length === other.length && one.every((change, at) => change === other[at])
