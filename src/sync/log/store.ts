import type { Day, Instant } from '#domain/base/days.ts'
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
import type { AdviceSaid } from '#domain/visits/advice-over.ts'
import type { Totals } from '#domain/needs/totals.ts'
import type { Author, Recorded } from '../change.ts'
import type { Verdict } from '../outbox.ts'
import type { Diary, Handed, HandingOver, Opening } from '../wire.ts'
import type { Bytes } from './ground.ts'

/**
 * Where the villages' logs are kept: PostgreSQL, or plain values in memory. Few, coarse asks, so that a sync is few
 * round trips. What is read in one ask is one consistent look. One contract holds both to the same (`contract.ts`).
 */
export type LogStore = {
  /** The epoch of this installation; it differs after a restore [S6]. */
  readonly epoch: () => Promise<string>
  /** All of it is kept, or nothing. Writers of one village wait for each other, of two villages never. */
  readonly transact: <T>(village: VillageCode, use: (tx: LogTx) => Promise<T>) => Promise<T>
  /** Keeps refusals beside no village's log; one of an id that is kept already stays as it was. */
  readonly keepRefusals: (refusals: readonly RefusalKept[]) => Promise<void>
  readonly keepOpenings: (village: VillageCode, openings: readonly Opening[], by: OpenedBy) => Promise<void>
  /** How these villages stand, and who is on their teams that day; those that are not here are left out. */
  readonly look: (codes: readonly VillageCode[], on: Day) => Promise<ReadonlyMap<VillageCode, VillageLook>>
  /** The changes after `cursor` in the log's order, `most` of them at most. */
  readonly changesAfter: (village: VillageCode, cursor: number, most: number) => Promise<ChangesFound | null>
  /** The states of the households that changed after `cursor`, in the order of their ids; all of them for 0. */
  readonly statesAfter: (village: VillageCode, cursor: number) => Promise<StatesFound | null>
  readonly diaries: (village: VillageCode, which: DiariesAsked) => Promise<readonly Diary[]>
  /** The snapshots that are kept, the newest first: two at most. */
  readonly snapshots: (village: VillageCode) => Promise<readonly SnapshotKept[]>
  readonly snapshotParts: (village: VillageCode, run: PartsRun) => Promise<readonly string[]>
  /** Keeps a snapshot beside the one before it, unless words were taken from the log since it was read [H2] [S15]. */
  readonly keepSnapshot: (village: VillageCode, upTo: number, parts: readonly string[]) => Promise<void>
  /** The households in whose log words of advice are kept, with what was said for which visit [H2]. */
  readonly adviceKept: (village: VillageCode) => Promise<readonly AdviceKept[]>
  /**
   * Gives a refused change to somebody: by who wrote it, or by whom it was given to. True when it is on its way or was
   * before, however often it is said; false where there is no such change, or it is not this person's to give.
   */
  readonly handOver: (handing: HandingOver, by: PersonNamed, at: Instant) => Promise<boolean>
  /** What was handed to this person and is on none of their devices yet, the oldest first. */
  readonly handedTo: (person: PersonId) => Promise<readonly Handed[]>
  /** These lie on a device of the person now; their stories are not kept here any longer. */
  readonly takeHanded: (person: PersonId, ids: readonly ChangeId[], at: Instant) => Promise<void>
}

export type LogTx = {
  /**
   * Locks the village until the transaction ends, and reads what a batch is judged against; null where there is none
   * such. Numbers are taken under this lock, so that no reader skips one.
   */
  readonly lock: (batch: BatchIds) => Promise<VillageLocked | null>
  /** Takes from everywhere what these households said and what was said of them; their numbers stay [S15]. */
  readonly erase: (households: readonly HouseholdId[]) => Promise<void>
  /** Takes the words of advice that is over from the log and from what was packed of it; numbers stay [H2]. */
  readonly expire: (over: readonly AdviceOver[]) => Promise<void>
  readonly write: (writes: LogWrites) => Promise<void>
}

/** A household, with the advice whose words are kept in its log. */
export type AdviceKept = { readonly household: Household; readonly said: readonly AdviceSaid[] }

/** What was said for a visit before that day is over. */
export type AdviceOver = {
  readonly household: HouseholdId
  readonly visit: VisitId
  readonly saidBefore: Day
}

/** The households and changes that a batch is about. */
export type BatchIds = {
  readonly households: readonly HouseholdId[]
  readonly changes: readonly ChangeId[]
}

/** Where a village's log is: its last number, the chain over it, and what is summed from its households. */
export type VillageMoved = {
  readonly head: number
  readonly chain: Bytes
  readonly totals: Totals
  readonly checksumTeam: number
  readonly checksumCadre: number
}

export type VillageLocked = VillageMoved & {
  readonly households: ReadonlyMap<HouseholdId, HouseholdRead>
  /** The answers given before to changes of these ids [S1]. */
  readonly answered: ReadonlyMap<ChangeId, Verdict>
}

export type HouseholdRead = {
  readonly state: Household
  readonly hashTeam: number
  readonly hashCadre: number
}

/** What one transaction writes. */
export type LogWrites = {
  /** Null when the log has not moved. */
  readonly moved: VillageMoved | null
  readonly changes: readonly ChangeKept[]
  readonly households: readonly HouseholdKept[]
  readonly diaries: readonly DiaryKept[]
  readonly refusals: readonly RefusalKept[]
}

/** A change of the log with its link of the chain; its body and salt are null when its household was erased. */
export type ChangeKept = {
  readonly recorded: Recorded
  readonly device: DeviceId
  readonly salt: Bytes | null
  readonly digest: Bytes
}

export type HouseholdKept = HouseholdRead & {
  readonly seq: number
  /** The state as canonical JSON: it was made for the hash, and is stored as it is. */
  readonly text: string
}

export type DiaryKept = Diary & { readonly by: PersonId; readonly writtenAt: Instant }

/** A change that was not accepted, as it came; null where its household was erased. */
export type RefusalKept = {
  readonly village: string
  readonly id: ChangeId
  readonly household: string | null
  readonly because: Refusal
  readonly author: PersonNamed
  readonly device: DeviceId
  readonly receivedAt: Instant
  readonly change: unknown
}

export type OpenedBy = { readonly person: Author; readonly now: Instant }

/** How a village stands. */
export type VillageLook = {
  readonly name: string
  readonly head: number
  readonly checksumTeam: number
  readonly checksumCadre: number
  readonly team: readonly PersonNamed[]
}

export type ChangesFound = {
  readonly head: number
  readonly checksumTeam: number
  readonly changes: readonly Recorded[]
}

export type StatesFound = {
  readonly head: number
  readonly checksumTeam: number
  readonly checksumCadre: number
  readonly states: readonly Household[]
}

/** Which stories: of one author or of all, of these visits or of all. */
export type DiariesAsked = { readonly by: PersonId | null; readonly visits: readonly VisitId[] | null }

export type SnapshotKept = {
  readonly upTo: number
  /** What each part weighs, in bytes as it goes over the wire. */
  readonly weights: readonly number[]
}

/** So many parts of one snapshot, from this one on. */
export type PartsRun = { readonly upTo: number; readonly from: number; readonly count: number }

/** What was opened, as it is kept. */
export type OpeningKept = Opening & { readonly id: OpeningId; readonly by: Author }
