import type { Instant } from '#domain/base/days.ts'
import type { VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Change } from '#sync/change.ts'
import type { DeviceState } from '#sync/engine/device-state.ts'
import type { VoiceOut } from '../store/database.ts'
import { addressOf } from './voice-out.ts'

/**
 * How a note that was not sent stands: its diary is still being written; it waits until the record of its visit is
 * received; it can be sent; or the visit was recorded by another, and it stays where it is.
 */
export type Standing = 'being-written' | 'waits' | 'can-be-sent' | 'stays'

/** How notes about this visit stand. Nothing is kept of it: it follows from what the device holds. */
export function standingOf(state: DeviceState, village: VillageCode, visit: VisitId): Standing {
  const records = ({ change }: { readonly change: Change }): boolean =>
    change.kind === 'visit.record' && change.body.visit === visit
  if (state.outbox.waiting.some(records) || state.outbox.forReview.some(records)) return 'waits'
  const held = state.villages.get(village)
  // A village this phone has forgotten: what was saved while it worked there still arrives [S13].
  if (held === undefined) return isBeingWritten(state, visit) ? 'being-written' : 'can-be-sent'
  for (const { visits } of held.replica.households.values()) {
    const outcome = visits.find(({ id }) => id === visit)?.outcome
    if (outcome === undefined || outcome.is === 'planned') continue
    return outcome.by.id === state.facts.actor.id ? 'can-be-sent' : 'stays'
  }
  return 'being-written'
}

const isBeingWritten = ({ drafts }: DeviceState, visit: VisitId): boolean =>
  [...drafts.keys()].some(key => key.startsWith('diary/') && key.endsWith(`/${visit}`))

/** What of voice notes waits for the server: how many, and since when. A note of a diary not saved yet waits for nobody. */
export type VoicesWaiting = { readonly count: number; readonly oldestAt: Instant | null }

export function voicesWaiting(state: DeviceState, out: ReadonlyMap<string, VoiceOut>): VoicesWaiting {
  const since = [...out].flatMap(([key, one]) => {
    if (one.is === 'declined') return []
    if (one.is === 'erase') return [one.spokenAt]
    const { village, visit } = addressOf(key)
    const standing = standingOf(state, village, visit)
    return standing === 'waits' || standing === 'can-be-sent' ? [one.spokenAt] : []
  })
  return { count: since.length, oldestAt: since.toSorted()[0] ?? null }
}
