import { isCadreOf, isOnTeam, type Actor } from '#domain/access/grants.ts'
import { audienceFor, mayReadDiary } from '#domain/access/may-see.ts'
import { dayOf, earlier, type Instant } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, PersonId, VillageCode } from '#domain/base/ids.ts'
import type { Change, Recorded } from '../change.ts'
import { hasShape } from '../engine/act.ts'
import type { Verdict } from '../outbox.ts'
import { everyFamily, villages } from './cast.ts'
import { promised } from './finding.ts'
import { createTurns } from '../engine/turns.ts'
import { markersIn, type Marker } from './markers.ts'
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
  /** Households that were ever erased: a restore brings them back to the server, and not their words to the devices. */
  readonly everErased: Set<HouseholdId>
  /** Whether the log, as it is now, has erased the household. */
  readonly isErased: (household: HouseholdId) => boolean
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
  const isErased = (household: HouseholdId): boolean =>
    [...memories.values()].some(({ households }) => households.get(household)?.erased !== undefined)
  const handedTo = new Map<ChangeId, PersonId>()
  const writers = new Map<ChangeId, PersonId>()
  const memory = (village: VillageCode): VillageMemory => memories.get(village) ?? emptyMemory

  const inTurn = createTurns()
  const look = (looking: Looking | null): Promise<void> => inTurn(() => lookNow(looking))

  async function lookNow(looking: Looking | null): Promise<void> {
    for (const village of villages) {
      const known = memory(village)
      const taken = await server.logAfter(village, known.log.length)
      if (taken.length === 0) continue
      for (const recorded of taken) {
        everTaken.add(recorded.change.id)
        if (recorded.change.kind === 'household.erase') everErased.add(recorded.change.household)
        if (looking !== null)
          checkTaken(recorded, { told: told.get(recorded.change.id), known, actorOf, now: looking.now })
      }
      memories = new Map([...memories, [village, remember(known, taken)]])
    }
  }

  const hear: Witness['hear'] = ({ asked, verdicts, text }, { actor, now }) => {
    const changes = new Map(asked.changes.map(({ change }) => [change.id, change]))
    for (const verdict of verdicts) {
      const change = changes.get(verdict.id)
      if (change === undefined) continue
      const { village } = change
      const known = memory(village)
      checkVerdict(verdict, told.get(change.id)?.change ?? change, known, { actor, now })
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
    checkSecrets(text, { actor, now, isErased, writers, handedTo })
  }

  await look(null)
  return {
    told,
    everTaken,
    everRefused,
    everErased,
    isErased,
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

type Taking = {
  readonly told: Told | undefined
  readonly known: VillageMemory
  readonly actorOf: (person: PersonId) => Actor | undefined
  readonly now: Instant
}

/** What the log takes up bears its writer's name, who had the task then [S12], and builds on nothing refused [S4]. */
function checkTaken({ change, author }: Recorded, { told, known, actorOf, now }: Taking): void {
  promised(
    told === undefined || told.by.id === author.id,
    'diverged',
    'S12',
    () => `${change.id} bears the name of ${author.name}, who did not write it`,
  )
  const actor = actorOf(author.id)
  promised(
    actor !== undefined && hadTask(actor, change, now),
    'diverged',
    'S12',
    () => `${change.id} was taken up, and ${author.name} had no task there that day`,
  )
  const refused = (told?.change ?? change).after.find(id => known.refused.has(id))
  promised(
    refused === undefined,
    'diverged',
    'S4',
    () => `${change.id} was taken up though it builds on ${refused}, which was refused`,
  )
}

const hadTask = (actor: Actor, { village, happenedAt }: Change, now: Instant): boolean => {
  if (actor.grants.some(({ is }) => is === 'department' || is === 'area' || is === 'card')) return true
  const day = dayOf(earlier(happenedAt, now))
  return isOnTeam(actor, village, day) || isCadreOf(actor, village, day)
}

function checkVerdict(verdict: Verdict, change: Change, known: VillageMemory, { actor, now }: Looking): void {
  const seq = known.seqs.get(verdict.id)
  if (verdict.ok) {
    promised(
      seq === verdict.seq,
      'lost',
      'S2',
      () =>
        `the server says it has ${verdict.id} under number ${verdict.seq}, and ${seq === undefined ? 'does not' : `has it under ${seq}`}`,
    )
    return
  }
  promised(
    seq === undefined,
    'diverged',
    'S1',
    () => `the server refuses ${verdict.id}, which stands in its log`,
  )
  const before = known.refused.get(verdict.id)
  promised(
    before === undefined || (!before.ok && before.because === verdict.because),
    'diverged',
    'S1',
    () => `the server gave two answers to ${verdict.id}`,
  )
  promised(
    verdict.because !== 'broken-change' || !hasShape(change),
    'lost',
    'S4',
    () => `${verdict.id} was refused as broken, and nothing is wrong with it`,
  )
  if (verdict.because === 'outside-grants')
    promised(
      !hadTask(actor, change, now),
      'lost',
      'S12',
      () => `${verdict.id} was refused as outside the grants, and ${actor.name} had the task that day`,
    )
  if (verdict.because === 'depends-on-refused')
    promised(
      change.after.some(id => known.refused.has(id)),
      'lost',
      'S4',
      () => `${verdict.id} was refused for what it builds on, which was not refused`,
    )
}

/**
 * What builds on something written before it on the same device is judged after it, and never refused for not knowing
 * it, whatever the clocks say [S18] and however often the server forgets [S6].
 */
function checkOrder(
  verdict: Verdict,
  change: Change,
  { told, everRefused, everErased }: Pick<Witness, 'told' | 'everRefused' | 'everErased'>,
): void {
  const mine = told.get(change.id)
  if (
    verdict.ok ||
    mine === undefined ||
    everErased.has(change.household) ||
    (verdict.because !== 'unknown-need' && verdict.because !== 'unknown-household')
  )
    return
  for (const [id, earlier] of told) {
    if (id === change.id) return
    if (earlier.on !== mine.on || earlier.settled !== null || everRefused.has(id)) continue
    promised(
      !makes(earlier.change, change, verdict.because),
      'lost',
      'S18',
      () =>
        `${change.id} was refused (${verdict.because}), and ${id}, written before it on the same device, is what it builds on`,
    )
  }
}

const makes = (earlier: Change, later: Change, because: 'unknown-need' | 'unknown-household'): boolean =>
  earlier.village === later.village &&
  earlier.household === later.household &&
  (because === 'unknown-household'
    ? earlier.kind === 'household.register'
    : earlier.kind === 'need.raise' && 'need' in later.body && earlier.body.need === later.body.need)

type Reading = Looking & Pick<Witness, 'isErased' | 'writers' | 'handedTo'>

/** What a reader may not see never leaves the server [S14], and what is erased is nowhere [S15]. */
function checkSecrets(text: string, reading: Reading): void {
  for (const marker of markersIn(text)) {
    promised(
      !reading.isErased(marker.household),
      'diverged',
      'S15',
      () => `words about ${marker.household}, which was erased, were sent to ${reading.actor.name}`,
    )
    promised(
      mayRead(marker, reading),
      'diverged',
      'S14',
      () =>
        `${reading.actor.name} was sent ${marker.kind === 'story' ? 'the story' : 'words'} of ${marker.change}, which is not for those eyes`,
    )
  }
}

export function mayRead(
  { kind, household, change }: Marker,
  { actor, now, writers, handedTo }: Reading,
): boolean {
  const village = everyFamily.find(({ id }) => id === household)?.village
  if (village === undefined) return false
  const today = dayOf(now)
  const author = writers.get(change)
  if (kind === 'story')
    return (
      (author !== undefined && mayReadDiary(actor, author, village, today)) ||
      handedTo.get(change) === actor.id
    )
  const audience = audienceFor(actor, village, today)
  return kind === 'team' ? audience === 'team' : audience !== null
}
