import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { ChangeId, PersonId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Posted } from '../engine/transport.ts'
import type { Recorded } from '../change.ts'
import type { Verdict } from '../outbox.ts'
import type { SyncAnswer1, SyncRequest1 } from '../wire-1.ts'
import type { Handed, Pushed, SyncAnswer, SyncRequest } from '../wire.ts'

/** What becomes of the server while it takes a request in. */
export type ServerFate = 'lives' | 'dies-before' | 'dies-after' | 'full'

/** A request as it arrives: who is signed in, when, and what becomes of the server meanwhile. */
export type Arrival = { readonly actor: Actor; readonly now: Instant; readonly fate: ServerFate }

export type Asked = SyncRequest | SyncRequest1
export type PostedAny = Posted<SyncAnswer | SyncAnswer1>

export type Story = { readonly visit: VisitId; readonly by: PersonId; readonly text: string }

/**
 * A server that can be simulated: what it answers, and what the witness may look at behind its back. In the fast mode
 * it is the log in memory, in the full mode PostgreSQL.
 */
export type SimulatedServer = {
  /** One round trip of a device, over the wire it speaks. */
  readonly answer: (asked: Asked, arrival: Arrival) => Promise<PostedAny>
  /** From now on it knows the second wire, if it has not known it before [S19]. */
  readonly renew: () => void
  /** One change of somebody at a desk or with a card, through the same log. */
  readonly append: (pushed: Pushed, arrival: Arrival) => Promise<Verdict | null>
  /** What the server's timer does at night; answers for how many visits advice was over [H2]. */
  readonly expireAdvice: (
    village: VillageCode,
    night: { readonly now: Instant; readonly newId: () => ChangeId },
  ) => Promise<number>
  readonly epoch: () => Promise<string>
  /** The log of a village after this number, as it is kept. */
  readonly logAfter: (village: VillageCode, seq: number) => Promise<readonly Recorded[]>
  readonly households: (village: VillageCode) => Promise<readonly Household[]>
  readonly stories: (village: VillageCode) => Promise<readonly Story[]>
  /** What was handed to somebody and is on none of their devices yet. */
  readonly handedTo: (person: PersonId) => Promise<readonly Handed[]>
  readonly backUp: () => Promise<number>
  /** Back to that backup, under a new epoch [S6]. */
  readonly restore: (backup: number) => Promise<void>
  /** All that the server keeps of the villages, as one text: to look for what should be gone [S15]. */
  readonly everything: () => Promise<string>
  /** Whether a village's log is sound: numbers, digests, chain, states; in words where it is not. */
  readonly verify: (village: VillageCode) => Promise<string | null>
}
