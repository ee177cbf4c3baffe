import type { VillageCode } from '#domain/base/ids.ts'
import type { LogStore, SnapshotKept } from './store.ts'

/** A run of bytes: a digest, a salt. */
export type Bytes = Uint8Array

/** What the log stands on beside its store: chance, digests and packing come in as arguments. */
export type LogGround = {
  readonly newSalt: () => Bytes
  /** One digest over these, one after the other. */
  readonly digest: (parts: readonly (Bytes | string)[]) => Bytes
  /** A text as it goes into a snapshot: gzip, in base64. */
  readonly pack: (text: string) => Promise<string>
}

/** How much is said at once. */
export type LogLimits = {
  /** At most so many changes in one answer; the device asks again at once for the rest [S17]. */
  readonly changesInOneAnswer: number
  /** From so many changes behind, the states are fewer bytes than the changes that led to them. */
  readonly statesAreLess: number
  /** So many households are one part of a snapshot. */
  readonly householdsInPart: number
  /** At most so many bytes, about, of villages in one answer, however much room a device has [S17]. */
  readonly roomInOneAnswer: number
}

export const usualLimits: LogLimits = {
  changesInOneAnswer: 2_000,
  statesAreLess: 1_000,
  householdsInPart: 200,
  roomInOneAnswer: 4_000_000,
}

/** The logs of all villages, as they are spoken to. */
export type Logs = {
  readonly store: LogStore
  readonly ground: LogGround
  readonly limits: LogLimits
  /** Where many ask at once: lets who asks for a village that is being packed wait for that packing. */
  readonly packing?: (village: VillageCode, pack: () => Promise<SnapshotKept>) => Promise<SnapshotKept>
}
