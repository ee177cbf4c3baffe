import type { Audience } from '#domain/access/may-see.ts'
import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type {
  ChangeId,
  DeviceId,
  HouseholdId,
  OpeningId,
  PersonId,
  VillageCode,
  VisitId,
} from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change, Recorded } from './change.ts'
import type { Verdict } from './outbox.ts'

/**
 * The wire's version, one line of history each. A message that changes its shape needs a new version: a test holds the
 * fingerprint of the schemas to it [S19].
 *
 * 1 — the first: push and pull in one round trip, states for a first sync.
 * 2 — a first sync comes in parts and goes on where it was cut; a device says how it stands; a refused change can be
 *     handed to a colleague; a household can be erased, and two words on one fact settled.
 */
export const wireVersion = 2

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
  /** About so many bytes may the answer weigh: little on a line that was cut, more on one that holds [S17]. */
  readonly room: number
  readonly report: DeviceReport
  /** Refused changes that this person hands to a colleague [S5]. */
  readonly handOver: readonly HandingOver[]
  /** Changes handed to this person that lie on this device now: the server need not offer them again. */
  readonly taken: readonly ChangeId[]
}

export type VillageCursor = {
  readonly code: VillageCode
  readonly cursor: number
  readonly checksum: number | null
  /** The parts of a snapshot that are here already, of which the rest is asked for; null when none [S17]. */
  readonly parts: SnapshotParts | null
}

/** So many parts, from the first, of the snapshot up to this number. */
export type SnapshotParts = { readonly upTo: number; readonly got: number }

/**
 * How a device stands, said by itself: whether its words arrive. Seen by the team's leader and the office, so that
 * somebody can help; nothing about what was done, when or how often [H10].
 */
export type DeviceReport = {
  /** The app's version, as it is built; empty where it is not known. */
  readonly app: string
  /** Changes that wait to be sent, and when the oldest was written. */
  readonly waiting: number
  readonly oldestAt: Instant | null
  /** Refused changes that wait for the person's eye. */
  readonly forReview: number
  /** Whether the last attempt to store something on the device failed [S21]. */
  readonly notStored: boolean
}

/** A refused change given to a colleague of the village's team, with its story where there is one [S5]. */
export type HandingOver = {
  readonly change: ChangeId
  readonly village: VillageCode
  readonly to: PersonId
  readonly diary: string | null
}

/** A refused change that a colleague has handed to the reader. */
export type Handed = {
  readonly change: Change
  readonly diary: string | null
  readonly because: Refusal
  readonly from: PersonNamed
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
  /** The word on each change that was handed over: with the colleague now, or not (nobody of that village's team). */
  readonly handedOver: readonly { readonly id: ChangeId; readonly ok: boolean }[]
  /** What colleagues have handed to this person and no device of theirs has taken yet. */
  readonly handed: readonly Handed[]
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
  /** Who else works in this village's team today; empty for a cadre. */
  readonly colleagues: readonly PersonNamed[]
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
 * All households of a village, prebuilt and compressed, in parts: each is gzip of the JSON of `Household[]`, in base64.
 * `from` is the number of the first part given here (the first of all is 0), `of` how many there are. When a device
 * has all parts of one `upTo`, it unpacks them into `states` that are `whole`; `more` says that parts are left.
 */
export type Snapshot = {
  readonly is: 'snapshot'
  readonly upTo: number
  readonly from: number
  readonly of: number
  readonly parts: readonly string[]
}

/** A story, for its author and the author's team leader alone. It is never in the log: erasing it is a delete. */
export type Diary = { readonly visit: VisitId; readonly household: HouseholdId; readonly text: string }
