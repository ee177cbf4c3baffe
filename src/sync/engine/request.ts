import { wireVersion, type SyncRequest, type VillageCursor } from '../wire.ts'
import type { DeviceState, HeldVillage } from './device-state.ts'

/** At most so many changes in one request: a cut costs little, and the answer comes soon [S17]. */
export const largestBatch = 200
const mostOpenings = 500

/** What this device says next: what waits first, and how far it has read each village. */
export const requestFor = (state: DeviceState, batch: number): SyncRequest => ({
  wire: wireVersion,
  device: state.facts.device,
  epoch: state.facts.epoch,
  changes: state.outbox.waiting.slice(0, batch).map(({ change, diary }) => ({ change, diary })),
  openings: state.openings.slice(0, mostOpenings),
  villages: [...state.villages.values()].map(cursorOf),
  room: 4_000_000,
  report: { app: '', waiting: state.outbox.waiting.length, oldestAt: null, forReview: 0, notStored: false },
  handOver: [],
  taken: [],
})

const cursorOf = ({ facts, replica }: HeldVillage): VillageCursor =>
  facts.refetch
    ? { code: facts.code, cursor: 0, checksum: null, parts: null }
    : { code: facts.code, cursor: replica.cursor, checksum: replica.checksum, parts: null }
