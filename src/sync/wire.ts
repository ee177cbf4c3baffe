import type { Audience } from '#domain/access/may-see.ts'
import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { DeviceId, HouseholdId, OpeningId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change, Recorded } from './change.ts'
import type { Verdict } from './outbox.ts'

/**
 * The wire's version, one line of history each. A message that changes its shape needs a new version: a test holds the
 * fingerprint of the schemas to it [S19].
 *
 * 1 — the first: push and pull in one round trip, states for a first sync.
 */
export const wireVersion = 1

/** A household was opened by a person: who, when, why. The household can read it [H22]. */
export type Opening = {
  readonly id: OpeningId
  readonly village: VillageCode
  readonly household: HouseholdId
  readonly why: 'prepare' | 'follow-up' | 'advise' | 'look'
  readonly openedAt: Instant
}

/** A change on its way, with the story that belongs to it. */
export type Pushed = { readonly change: Change; readonly diary: string | null }

/** What a device says in one round trip: what it wrote, and how far it has read. */
export type SyncRequest = {
  readonly wire: number
  readonly device: DeviceId
  /**
   * The server's epoch as the device last saw it; null at first. It differs after a restore: then the server judges
   * none of the changes, since they may build on what it has forgotten and the device is about to offer again [S6].
   */
  readonly epoch: string | null
  readonly changes: readonly Pushed[]
  readonly openings: readonly Opening[]
  readonly villages: readonly VillageCursor[]
}

export type VillageCursor = {
  readonly code: VillageCode
  readonly cursor: number
  readonly checksum: number | null
}

/** What the server answers: its word on every change sent, and what the device has not seen. */
export type SyncAnswer = {
  readonly wire: number
  readonly epoch: string
  readonly now: Instant
  readonly actor: Actor
  readonly verdicts: readonly Verdict[]
  readonly openings: readonly OpeningId[]
  readonly villages: readonly VillageNews[]
  /** Villages outside the grants: the device forgets them now [S13]. */
  readonly forget: readonly VillageCode[]
}

export type VillageNews = {
  readonly code: VillageCode
  readonly name: string
  readonly audience: Audience
  readonly answer: VillageAnswer | Snapshot
  /** The checksum of what the device holds when it has taken this answer [S9]; null where it is told in part. */
  readonly checksum: number | null
  /** More changes wait; ask again at once [S17]. */
  readonly more: boolean
  readonly diaries: readonly Diary[]
}

export type VillageAnswer =
  | { readonly is: 'unchanged' }
  | {
      readonly is: 'changes'
      readonly from: number
      readonly upTo: number
      readonly changes: readonly Recorded[]
    }
  | {
      readonly is: 'states'
      readonly upTo: number
      /** Whether these are all households of the village, or only those that changed since the cursor. */
      readonly whole: boolean
      readonly households: readonly Household[]
    }

/**
 * All households of a village as one prebuilt compressed text: gzip of the JSON of `Household[]`, in base64. The device
 * unpacks it into `states` that are `whole`.
 */
export type Snapshot = { readonly is: 'snapshot'; readonly upTo: number; readonly gzip: string }

/** A story, for its author and the author's team leader alone. It is never in the log: erasing it is a delete. */
export type Diary = { readonly visit: VisitId; readonly household: HouseholdId; readonly text: string }
