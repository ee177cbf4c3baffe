import type { ChangeId, VillageCode } from '#domain/base/ids.ts'
import { oldestWaiting } from '../outbox.ts'
import { isOfWire1 } from '../wire-1.ts'
import {
  wireVersion,
  type DeviceReport,
  type HandingOver,
  type Pushed,
  type SnapshotParts,
  type SyncRequest,
  type VillageCursor,
} from '../wire.ts'
import type { DeviceState, HeldVillage } from './device-state.ts'
import type { PartsHeld } from './parts.ts'
import type { Placed } from './store.ts'

/** At most so many changes in one request: a cut costs little, and the answer comes soon [S17]. */
export const largestBatch = 200
const mostOpenings = 500
const mostHandedOver = 100

/** What is known beside the state when a request is made. */
export type Asking = {
  readonly batch: number
  /** About so many bytes may request and answer weigh [S17]. */
  readonly room: number
  /** The server speaks only the first wire: what that has no word for waits [S19]. */
  readonly olderServer: boolean
  readonly app: string
  readonly notStored: boolean
}

/** What this device says next: what waits first, and how far it has read each village. */
export function requestFor(state: DeviceState, asking: Asking): SyncRequest {
  return {
    wire: wireVersion,
    device: state.facts.device,
    epoch: state.facts.epoch,
    changes: changesOf(state, asking),
    openings: state.openings.slice(0, mostOpenings),
    villages: cursorsOf(state),
    room: asking.room,
    report: reportOf(state, asking),
    handOver: handOverOf(state).slice(0, mostHandedOver),
    taken: state.taken.slice(0, mostOpenings),
  }
}

/** What waits and can be said to this server: to an older one no newer kinds, nor what builds on such a change. */
export function sendable({ outbox }: DeviceState, olderServer: boolean): readonly Placed[] {
  if (!olderServer) return outbox.waiting
  const kept = new Set<ChangeId>()
  return outbox.waiting.filter(({ change }) => {
    const goes = isOfWire1(change) && !change.after.some(id => kept.has(id))
    if (!goes) kept.add(change.id)
    return goes
  })
}

/**
 * None before the server's epoch is known: a request that comes late, after a restore, could not be told from one made
 * since [S6].
 */
const changesOf = (state: DeviceState, { batch, room, olderServer }: Asking): readonly Pushed[] =>
  state.facts.epoch === null ? [] : changesWithin(sendable(state, olderServer).slice(0, batch), room)

/** As many as fit, one at least: on a bad line a long request would never get through. */
function changesWithin(waiting: readonly Placed[], room: number): readonly Pushed[] {
  let left = room
  const pushed: Pushed[] = []
  for (const { change, diary } of waiting) {
    const one = { change, diary }
    left -= JSON.stringify(one).length
    if (left < 0 && pushed.length > 0) break
    pushed.push(one)
  }
  return pushed
}

function cursorsOf({ villages, parts }: DeviceState): readonly VillageCursor[] {
  const known = [...villages.values()].map(held => cursorOf(held, parts.get(held.facts.code)))
  const begun = [...parts].filter(([code]) => !villages.has(code))
  return [...known, ...begun.map(([code, held]) => fromStart(code, held))]
}

const cursorOf = ({ facts, replica }: HeldVillage, parts: PartsHeld | undefined): VillageCursor =>
  facts.refetch
    ? fromStart(facts.code, parts)
    : { code: facts.code, cursor: replica.cursor, checksum: replica.checksum, parts: gotOf(parts) }

const fromStart = (code: VillageCode, held: PartsHeld | undefined): VillageCursor => ({
  code,
  cursor: 0,
  checksum: null,
  parts: gotOf(held),
})

const gotOf = (held: PartsHeld | undefined): SnapshotParts | null =>
  held === undefined || held.parts.length === 0 ? null : { upTo: held.upTo, got: held.parts.length }

/** Only whether words arrive; nothing of what was done [H10]. */
const reportOf = ({ outbox }: DeviceState, { app, notStored }: Asking): DeviceReport => ({
  app,
  waiting: outbox.waiting.length,
  oldestAt: oldestWaiting(outbox),
  forReview: outbox.forReview.length,
  notStored,
})

const handOverOf = ({ outbox, handing }: DeviceState): readonly HandingOver[] =>
  outbox.forReview.flatMap(({ change, diary }) => {
    const one = handing.get(change.id)
    return one === undefined || one.declined
      ? []
      : [{ change: change.id, village: change.village, to: one.to.id, diary }]
  })
