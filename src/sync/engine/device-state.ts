import type { Actor } from '#domain/access/grants.ts'
import type { ChangeId, DeviceId, VillageCode } from '#domain/base/ids.ts'
import type { Outbox } from '../outbox.ts'
import { newReplica, take, type Replica } from '../replica.ts'
import type { Opening } from '../wire.ts'
import { partsFrom, type PartsHeld } from './parts.ts'
import type {
  CatalogueKept,
  DeviceFacts,
  DiaryKept,
  HandingKept,
  Kept,
  Placed,
  Received,
  VillageFacts,
} from './store.ts'

/** A village as this device holds it: its replica, and on which records of the disk it lies. */
export type HeldVillage = {
  readonly facts: VillageFacts
  readonly replica: Replica
  /** The keys of the tails on the disk. */
  readonly tails: readonly string[]
}

/** Everything a device knows, in memory; the disk holds the same. Plain and immutable. */
export type DeviceState = {
  readonly facts: DeviceFacts
  readonly villages: ReadonlyMap<VillageCode, HeldVillage>
  readonly outbox: Outbox<Placed>
  readonly received: readonly Received[]
  readonly openings: readonly Opening[]
  readonly drafts: ReadonlyMap<string, string>
  readonly diaries: ReadonlyMap<string, DiaryKept>
  /** What has come of villages that are being fetched in parts [S17]. */
  readonly parts: ReadonlyMap<VillageCode, PartsHeld>
  /** Refused changes that are on their way to a colleague [S5]. */
  readonly handing: ReadonlyMap<string, HandingKept>
  /** Changes handed over by colleagues that lie here, which the server has not been told yet. */
  readonly taken: readonly ChangeId[]
  /** What the office has edited, by the catalogue's name. */
  readonly catalogues: ReadonlyMap<string, CatalogueKept>
}

/** What a device knows that has just been made. */
export const newDeviceFacts = (device: DeviceId, actor: Actor): DeviceFacts => ({
  device,
  actor,
  epoch: null,
  receivedAt: null,
})

/** The one key of the shelf `device`. */
export const deviceKey = 'this'

/** The state from what is on the disk; null where the disk is new. The tails are folded into the bases. */
export function stateFrom(kept: Kept): DeviceState | null {
  const facts = kept.device.get(deviceKey)
  if (facts === undefined) return null
  return {
    facts,
    villages: new Map([...kept.villages.values()].map(facts => [facts.code, heldFrom(kept, facts)])),
    outbox: { waiting: [...kept.outbox.values()], forReview: [...kept.review.values()] },
    received: [...kept.received.values()],
    openings: [...kept.openings.values()],
    drafts: new Map([...kept.drafts].map(([key, { text }]) => [key, text])),
    diaries: kept.diaries,
    catalogues: kept.catalogues,
    parts: partsFrom(kept.parts),
    handing: kept.handing,
    taken: [...kept.taken.values()].map(({ change }) => change),
  }
}

function heldFrom(kept: Kept, facts: VillageFacts): HeldVillage {
  const tails = [...kept.tails].filter(([, tail]) => tail.village === facts.code)
  const base = kept.bases.get(facts.code)
  const start: Replica =
    base === undefined
      ? newReplica(facts.code)
      : {
          village: facts.code,
          cursor: base.cursor,
          checksum: base.checksum,
          households: new Map(base.households.map(household => [household.id, household])),
        }
  const replica = tails.reduce((replica, [, tail]) => take(replica, { is: 'changes', ...tail }), start)
  return { facts, replica, tails: tails.map(([key]) => key) }
}

/** The place of the next thing written: after everything that still has one. */
export const nextPlace = ({ outbox, received }: DeviceState): number =>
  1 + [...outbox.waiting, ...received].reduce((last, { place }) => Math.max(last, place), 0)
