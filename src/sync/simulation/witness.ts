import type { Actor } from '#domain/access/grants.ts'
import type { Instant } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, PersonId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Change } from '../change.ts'
import { createTurns } from '../engine/turns.ts'
import type { Verdict } from '../outbox.ts'
import { villages } from './cast.ts'
import { checkOrder, checkSecrets, checkTaken, checkVerdict } from './checks.ts'
import { promised } from './finding.ts'
import type { Asked, SimulatedServer } from './simulated-server.ts'
import { emptyMemory, remember, type VillageMemory } from './village-memory.ts'

/** A change somebody was told is stored, where it was written, and what a person decided about it since. */
export type Told = {
  change: Change
  readonly diary: string | null
  readonly on: string
  readonly by: Actor
  /** The colleague to whom it is being handed. */
  handingTo?: PersonId
  /** Under which epoch it left the device for good. */
  handedIn?: string
  /** Whether the device keeps it out of sight, to hand it over again after a restore. */
  isKeptAway?: boolean
  /** A person wanted to let it go, and was not told whether that was stored. */
  letGo?: true
  settled: null | 'discarded' | 'mended' | 'handed' | 'forgotten'
}

/** The naive model: it keeps every change anybody was told is stored, and every change a log ever took up. */
export type Witness = {
  readonly told: Map<ChangeId, Told>
  /** Every change that was ever in a log, before a restore too. */
  readonly everTaken: Set<ChangeId>
  /** Every change that was ever refused, before a restore too. */
  readonly everRefused: Set<ChangeId>
  /** Changes that came to a server which died before it answered: it may have refused them, unheard. */
  readonly unheard: Set<ChangeId>
  /** Households that were ever erased: a restore brings them back to the server, and not their words to the devices. */
  readonly everErased: Set<HouseholdId>
  /** Whether the log, as it is now, has erased the household. */
  readonly isErased: (household: HouseholdId) => boolean
  /** Advice of which a log has ever said that it is over: no device offers its words again [H2]. */
  readonly everGone: Set<ChangeId>
  /** Visits that a log ever had as held or not to be: what was said for them may be over on a device, before a restore too. */
  readonly everClosed: Set<VisitId>
  /** Whether the log, as it is now, says that this advice is over [H2]. */
  readonly isGone: (change: ChangeId) => boolean
  /** Who may read a story beside its author: a colleague it was handed to. */
  readonly handedTo: Map<ChangeId, PersonId>
  /** Who wrote a change, whether or not it was ever said to be stored. */
  readonly writers: Map<ChangeId, PersonId>
  readonly memory: (village: VillageCode) => VillageMemory
  readonly epoch: () => string
  /** Looks behind the server's back at what its logs have taken up since. */
  readonly look: (arrival: Looking) => Promise<void>
  /** Hears what the server says, whether or not it arrives. */
  readonly hear: (said: Said, looking: Looking) => void
  readonly backUp: () => void
  readonly restore: (backup: number) => Promise<void>
}

/** What the server says, as it says it: its word on each change, and all of it as a text. */
export type Said = { readonly asked: Asked; readonly verdicts: readonly Verdict[]; readonly text: string }

/** Who sent what the log takes up now. */
export type Looking = { readonly actor: Actor; readonly now: Instant }

type Memories = ReadonlyMap<VillageCode, VillageMemory>

export async function createWitness(
  server: SimulatedServer,
  actorOf: (person: PersonId) => Actor | undefined,
): Promise<Witness> {
  let memories: Memories = new Map(villages.map(code => [code, emptyMemory]))
  let epoch = await server.epoch()
  const backups: Memories[] = []
  const told = new Map<ChangeId, Told>()
  const everTaken = new Set<ChangeId>()
  const everRefused = new Set<ChangeId>()
  const everErased = new Set<HouseholdId>()
  const everGone = new Set<ChangeId>()
  const everClosed = new Set<VisitId>()
  const unheard = new Set<ChangeId>()
  const isErased = (household: HouseholdId): boolean =>
    [...memories.values()].some(({ households }) => households.get(household)?.erased !== undefined)
  const isGone = (change: ChangeId): boolean => [...memories.values()].some(({ gone }) => gone.has(change))
  const handedTo = new Map<ChangeId, PersonId>()
  const writers = new Map<ChangeId, PersonId>()
  const memory = (village: VillageCode): VillageMemory => memories.get(village) ?? emptyMemory

  const inTurn = createTurns()
  const look = (looking: Looking | null): Promise<void> => inTurn(() => lookNow(looking))

  async function lookNow(looking: Looking | null): Promise<void> {
    for (const village of villages) {
      const taken = await server.logAfter(village, memory(village).log.length)
      if (taken.length === 0) continue
      // What was heard meanwhile is in it as well.
      const known = memory(village)
      for (const recorded of taken) {
        everTaken.add(recorded.change.id)
        if (recorded.change.kind === 'household.erase') everErased.add(recorded.change.household)
        if (recorded.change.kind === 'visit.record') everClosed.add(recorded.change.body.visit)
        if (looking !== null)
          checkTaken(recorded, { told: told.get(recorded.change.id), known, actorOf, now: looking.now })
      }
      const after = remember(known, taken)
      for (const over of after.gone) everGone.add(over)
      memories = new Map([...memories, [village, after]])
    }
  }

  const hear: Witness['hear'] = ({ asked, verdicts, text }, { actor, now }) => {
    const changes = new Map(asked.changes.map(({ change }) => [change.id, change]))
    for (const verdict of verdicts) {
      const change = changes.get(verdict.id)
      if (change === undefined) continue
      const { village } = change
      const known = memory(village)
      checkVerdict(verdict, { sent: change, kept: told.get(change.id)?.change ?? change }, known, {
        actor,
        now,
        unheard,
      })
      if (verdict.ok) continue
      if (!everRefused.has(verdict.id)) checkOrder(verdict, change, { told, everRefused, everErased })
      everRefused.add(verdict.id)
      for (const [id, one] of told)
        promised(
          !one.change.after.includes(verdict.id) || !known.seqs.has(id),
          'diverged',
          'S4',
          () => `${id} was taken up though it builds on ${verdict.id}, which was refused`,
        )
      if (known.refused.has(verdict.id)) continue
      const refused = new Map([...known.refused, [verdict.id, verdict]])
      memories = new Map([...memories, [village, { ...known, refused }]])
    }
    checkSecrets(text, { actor, now, isErased, isGone, writers, handedTo })
  }

  await look(null)
  return {
    told,
    everTaken,
    everRefused,
    everErased,
    everGone,
    everClosed,
    unheard,
    isErased,
    isGone,
    handedTo,
    writers,
    memory,
    epoch: () => epoch,
    look,
    hear,
    backUp: () => void backups.push(memories),
    restore: async backup => {
      memories = backups[backup] ?? memories
      epoch = await server.epoch()
      await look(null)
    },
  }
}
