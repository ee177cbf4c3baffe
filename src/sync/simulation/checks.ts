import { isCadreOf, isOnTeam, type Actor } from '#domain/access/grants.ts'
import { audienceFor, mayReadDiary } from '#domain/access/may-see.ts'
import { dayOf, earlier, type Instant } from '#domain/base/days.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { Change, Recorded } from '../change.ts'
import { hasShape } from '../engine/act.ts'
import type { Verdict } from '../outbox.ts'
import { everyFamily } from './cast.ts'
import { promised } from './finding.ts'
import { markersIn, type Marker } from './markers.ts'
import type { VillageMemory } from './village-memory.ts'
import type { Looking, Told, Witness } from './witness.ts'

type Taking = {
  readonly told: Told | undefined
  readonly known: VillageMemory
  readonly actorOf: (person: PersonId) => Actor | undefined
  readonly now: Instant
}

/** What the log takes up bears its writer's name, who had the task then [S12], and builds on nothing refused [S4]. */
export function checkTaken({ change, author }: Recorded, { told, known, actorOf, now }: Taking): void {
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

/** A change as it was sent, and as its device keeps it now: what it builds on may have been sent again under another id since. */
type Judged = { readonly sent: Change; readonly kept: Change }

export function checkVerdict(
  verdict: Verdict,
  { sent, kept: change }: Judged,
  known: VillageMemory,
  { actor, now, unheard }: Looking & Pick<Witness, 'unheard'>,
): void {
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
  // What was refused once stays refused, whatever tasks came after [S1].
  if (verdict.because === 'outside-grants' && before === undefined && !unheard.has(verdict.id))
    promised(
      !hadTask(actor, change, now),
      'lost',
      'S12',
      () => `${verdict.id} was refused as outside the grants, and ${actor.name} had the task that day`,
    )
  if (verdict.because === 'depends-on-refused')
    promised(
      [...sent.after, ...change.after].some(id => known.refused.has(id)),
      'lost',
      'S4',
      () => `${verdict.id} was refused for what it builds on, which was not refused`,
    )
}

/**
 * What builds on something written before it on the same device is judged after it, and never refused for not knowing
 * it, whatever the clocks say [S18] and however often the server forgets [S6].
 */
export function checkOrder(
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

type Reading = Looking & Pick<Witness, 'isErased' | 'isGone' | 'writers' | 'handedTo'>

/** What a reader may not see never leaves the server [S14], and what is erased is nowhere [S15]. */
export function checkSecrets(text: string, reading: Reading): void {
  for (const marker of markersIn(text)) {
    promised(
      !reading.isErased(marker.household),
      'diverged',
      'S15',
      () => `words about ${marker.household}, which was erased, were sent to ${reading.actor.name}`,
    )
    promised(
      !reading.isGone(marker.change),
      'diverged',
      'H2',
      () => `the words of ${marker.change}, advice that is over, were sent to ${reading.actor.name}`,
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
