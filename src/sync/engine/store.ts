import type { Audience } from '#domain/access/may-see.ts'
import type { Actor } from '#domain/access/grants.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { CatalogueEdition } from '#domain/catalogues/catalogue.ts'
import type { ChangeId, DeviceId, VillageCode } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { Recorded } from '../change.ts'
import type { ForReview, Waiting } from '../outbox.ts'
import type { Diary, Opening } from '../wire.ts'
import type { ClockHeard } from './clock.ts'

/** A change in the outbox: its place in the order in which things were written on this device. */
export type Placed = Waiting & {
  readonly place: number
  /** It is offered again in case a restore has forgotten it, and the accepted state here holds it meanwhile [S6]. */
  readonly again: boolean
}

/** A change the server has taken, kept for a while so that it can be offered again after a restore [S6]. */
export type Received = Placed & { readonly seq: number; readonly receivedAt: Instant }

/** Who works here and how far the server is known. */
export type DeviceFacts = {
  readonly device: DeviceId
  readonly actor: Actor
  readonly epoch: string | null
  /** When the server last said that it has everything written here. */
  readonly receivedAt: Instant | null
  /** How its clock stood beside the server's; not known before the server has spoken [S18]. */
  readonly clock?: ClockHeard
}

/** What is kept of a village beside its households. */
export type VillageFacts = {
  readonly code: VillageCode
  readonly name: string
  readonly audience: Audience
  /** The whole village is to be fetched anew; until then what is here stays [S9]. */
  readonly refetch: boolean
  /** What is here stems from before a restore of the server; absent otherwise [S6]. */
  readonly ofEarlierEpoch?: true
  /** False where even a fresh fetch did not add up to the server's checksum [S9]. */
  readonly agrees: boolean
  /** Who else works in this village's team; not known before the server has spoken in the second wire. */
  readonly colleagues?: readonly PersonNamed[]
}

/** A village's accepted households up to a number of its log. */
export type VillageBase = {
  readonly cursor: number
  readonly checksum: number
  readonly households: readonly Household[]
}

/** Changes that came after the base, as they came: they are folded again when the device opens. */
export type VillageTail = {
  readonly village: VillageCode
  readonly from: number
  readonly upTo: number
  readonly changes: readonly Recorded[]
}

/** A version of a catalogue that the office has written; where none is kept, what ships with the app is read. */
export type CatalogueKept = Pick<CatalogueEdition, 'name' | 'version' | 'body'>

export type DraftKept = { readonly text: string }

/**
 * A story with its village, so that it can be forgotten with it, and since when the device has it by the server's clock;
 * stories of older apps lack both.
 */
export type DiaryKept = Diary & { readonly village?: VillageCode; readonly keptOn?: Day }

/** One part of a village's snapshot of which the rest is still to come; `number` counts from 0 [S17]. */
export type PartKept = {
  readonly village: VillageCode
  readonly audience: Audience
  readonly upTo: number
  readonly number: number
  readonly of: number
  readonly gzip: string
}

/** A refused change that is on its way to a colleague; `declined` where the server has said that it cannot be [S5]. */
export type HandingKept = {
  readonly change: ChangeId
  readonly to: PersonNamed
  readonly declined: boolean
  /** The colleague has it; it is kept here for a while, in case a restore forgets that [S6]. Absent until then. */
  readonly away?: { readonly one: ForReview; readonly at: Instant }
}

/** A change that a colleague handed over and that lies here, until the server knows. */
export type TakenKept = { readonly change: ChangeId }

/** What a device keeps, shelf by shelf. Keys are ids, codes and numbers; they are not encrypted and never a name. */
export type Shelves = {
  device: DeviceFacts
  villages: VillageFacts
  bases: VillageBase
  tails: VillageTail
  outbox: Placed
  review: ForReview
  received: Received
  openings: Opening
  drafts: DraftKept
  catalogues: CatalogueKept
  diaries: DiaryKept
  parts: PartKept
  handing: HandingKept
  taken: TakenKept
}

export type Shelf = keyof Shelves

export const shelves = [
  'device',
  'villages',
  'bases',
  'tails',
  'outbox',
  'review',
  'received',
  'openings',
  'drafts',
  'diaries',
  'catalogues',
  'parts',
  'handing',
  'taken',
] as const satisfies readonly Shelf[]

/** One step of a transaction. */
export type Write =
  | { readonly [S in Shelf]: { readonly put: S; readonly key: string; readonly value: Shelves[S] } }[Shelf]
  | { readonly drop: Shelf; readonly key: string }

/** Everything that is kept, each shelf in the order of its keys. */
export type Kept = { readonly [S in Shelf]: ReadonlyMap<string, Shelves[S]> }

/**
 * The disk of a device. `commit` is one transaction: after it has resolved all of it is on the disk, after it has
 * thrown or the process was killed before, none or all of it is. `read` sees no half of a transaction.
 */
export type DeviceStore = {
  readonly read: () => Promise<Kept>
  readonly commit: (writes: readonly Write[]) => Promise<void>
}

/** The key of a place in the outbox: keys sort as the places do. */
export const keyOfPlace = ({ place, change }: Placed): string =>
  `${String(place).padStart(9, '0')}-${change.id}`

export const keyOfTail = (village: VillageCode, upTo: number): string =>
  `${village}-${String(upTo).padStart(12, '0')}`

export const keyOfPart = ({ village, upTo, number }: PartKept): string =>
  `${keyOfTail(village, upTo)}-${String(number).padStart(6, '0')}`

/** The write that keeps a change for a person's eye [S5]. */
export const reviewWrite = (one: ForReview): Write => ({ put: 'review', key: one.change.id, value: one })
