import { audienceFor } from '#domain/access/may-see.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { Actor } from '#domain/access/grants.ts'
import type { DeviceState, HeldVillage } from '../engine/device-state.ts'
import type { Placed } from '../engine/store.ts'
import { ownNeed } from './acts.ts'
import { promised } from './finding.ts'
import { markersIn, type Marker } from './markers.ts'
import type { Phone } from './phone.ts'
import { mayRead } from './checks.ts'
import type { Told, Witness } from './witness.ts'

/** Looks at one device between two steps: everything that must hold at every moment. */
export function lookAt(phone: Phone, state: DeviceState, witness: Witness): void {
  lookForEveryWord(phone, state, witness)
  for (const [key, text] of phone.drafts)
    promised(
      state.drafts.get(key) === text,
      'lost',
      'S3',
      () => `${phone.name} no longer has the draft ${key}`,
    )
  for (const held of state.villages.values()) {
    lookAtReplica(phone, state, held, witness)
    lookAtWhatIsShown(phone, state, held, witness)
  }
}

/** Every change somebody was told is stored waits here, or is in review, or the server has it [S2] [S3] [S5]. */
function lookForEveryWord(
  phone: Phone,
  { outbox, received, villages, handing }: DeviceState,
  witness: Witness,
): void {
  const waiting = new Set(outbox.waiting.map(({ change }) => change.id))
  const review = new Set(outbox.forReview.map(({ change }) => change.id))
  const taken = new Set(received.map(({ change }) => change.id))
  promised(
    waiting.size === outbox.waiting.length && review.size === outbox.forReview.length,
    'doubled',
    'S1',
    () => `a change lies twice in the outbox of ${phone.name}`,
  )
  for (const id of taken)
    promised(
      witness.everTaken.has(id),
      'lost',
      'S2',
      () => `${phone.name} says that ${id} was received, and no log has ever had it`,
    )
  for (const [id, told] of witness.told) {
    if (told.on !== phone.name) continue
    if (told.settled === 'handed') {
      // After a restore it comes back; with a village that is forgotten it cannot.
      if (review.has(id)) told.settled = null
      else if (handing.get(id)?.away === undefined) told.isKeptAway = false
    }
    if (told.settled !== null || witness.everErased.has(told.change.household)) continue
    const places = Number(waiting.has(id)) + Number(review.has(id)) + Number(taken.has(id))
    if (places === 0 && told.handingTo !== undefined) {
      told.settled = 'handed'
      told.handedIn = witness.epoch()
      told.isKeptAway = handing.get(id)?.away !== undefined
      continue
    }
    if (places === 0 && told.letGo === true) {
      told.settled = 'discarded'
      continue
    }
    promised(places < 2, 'doubled', 'S4', () => `${id} both waits and was answered on ${phone.name}`)
    promised(
      places === 1 || witness.everTaken.has(id),
      'lost',
      'S2',
      () => `${id} is gone from ${phone.name}, and no log has it`,
    )
    // With a village that is forgotten goes what the server has of it: it cannot be offered again after a restore.
    if (places === 0 && !villages.has(told.change.village)) told.settled = 'forgotten'
  }
}

/** What a device holds up to a number is the fold of the log up to that number [S7] [S8] [S9]. */
function lookAtReplica(
  phone: Phone,
  state: DeviceState,
  { facts, replica }: HeldVillage,
  witness: Witness,
): void {
  if (facts.refetch || state.facts.epoch !== witness.epoch()) return
  const expected = witness.memory(facts.code).sums[facts.audience][replica.cursor]
  promised(
    replica.checksum === expected,
    'diverged',
    'S9',
    () => `${phone.name} holds something else than the log of ${facts.code} up to ${replica.cursor}`,
  )
  promised(facts.agrees, 'diverged', 'S9', () => `${phone.name} says that ${facts.code} does not add up`)
}

/** With a village that is forgotten goes what the server has of it: it cannot be offered again after a restore. */
export function noteForgotten(
  name: string,
  before: DeviceState,
  after: DeviceState,
  { told }: Witness,
): void {
  if (before.received === after.received) return
  const kept = new Set([...after.received, ...after.outbox.waiting].map(({ change }) => change.id))
  for (const { change } of before.received) {
    const one = told.get(change.id)
    if (kept.has(change.id) || after.villages.has(change.village)) continue
    if (one !== undefined && one.on === name && one.settled === null) one.settled = 'forgotten'
  }
}

/** A device finds itself to differ from the log only where a restore, other eyes or other tabs are the reason [S9]. */
export function lookAtMove(before: DeviceState, after: DeviceState, witness: Witness): void {
  if (
    before.villages === after.villages ||
    after.facts.epoch !== witness.epoch() ||
    before.facts.epoch !== after.facts.epoch
  )
    return
  for (const [code, { facts, replica }] of after.villages) {
    const old = before.villages.get(code)
    if (!facts.refetch || old === undefined || old.facts.refetch || old.facts.audience !== facts.audience)
      continue
    const expected = witness.memory(code).sums[facts.audience][replica.cursor]
    promised(
      replica.checksum === expected,
      'diverged',
      'S9',
      () => `${after.facts.device} took in something else than the log of ${code} up to ${replica.cursor}`,
    )
  }
}

/** The own words are shown, each once, at every moment [S11]. */
function lookAtWhatIsShown(phone: Phone, state: DeviceState, held: HeldVillage, witness: Witness): void {
  if (held.facts.audience !== 'team') return
  const shown = phone.shown(state, held)
  const counts = new Map<string, number>()
  for (const { needs } of shown.values())
    for (const { id } of needs) counts.set(id, (counts.get(id) ?? 0) + 1)
  const pending = [...state.outbox.waiting, ...state.received]
  for (const { change, place } of pending) {
    const own = change.kind === 'need.raise' && change.body.need === ownNeed(change.id)
    if (!own || change.village !== held.facts.code || witness.everErased.has(change.household)) continue
    if (!isKnown(held, pending, { change, place })) continue
    const count = counts.get(change.body.need) ?? 0
    promised(
      count === 1,
      count === 0 ? 'lost' : 'doubled',
      'S11',
      () => `${phone.name} shows what was written in ${change.id} ${count} times`,
    )
  }
}

/** Whether the device knows the household a change is about: it has read it, or has registered it itself before. */
const isKnown = (
  { replica }: HeldVillage,
  pending: readonly Placing[],
  { change, place }: Placing,
): boolean =>
  replica.households.has(change.household) ||
  pending.some(
    one =>
      one.change.kind === 'household.register' &&
      one.change.household === change.household &&
      one.place < place,
  )

type Placing = Pick<Placed, 'change' | 'place'>

/** After a good sync nothing lies on a device that is outside its person's grants now [S13] [S14] [S15]. */
export function lookAtDisk(
  phone: Phone,
  state: DeviceState,
  reader: { readonly actor: Actor; readonly now: Instant },
  witness: Witness,
): void {
  const { actor, now } = reader
  const today = dayOf(now)
  for (const [shelf, text] of phone.disk.texts()) {
    const markers = markersIn(text)
    lookForAdviceOver(phone, shelf, markers, witness)
    if (!scanned.has(shelf)) continue
    for (const marker of markers) {
      promised(
        !witness.isErased(marker.household),
        'diverged',
        'S15',
        () =>
          `${phone.name} still keeps words about ${marker.household}, which was erased, among its ${shelf}`,
      )
      promised(
        mayRead(marker, { actor, now, ...witness }),
        'diverged',
        'S13',
        () =>
          `${phone.name} still keeps words of ${marker.change} among its ${shelf}, outside the grants of today`,
      )
    }
  }
  for (const code of state.villages.keys())
    promised(
      audienceFor(actor, code, today) !== null,
      'diverged',
      'S13',
      () => `${phone.name} still keeps the village ${code}`,
    )
}

/** Advice of which the log says that it is over is on no shelf of a device that has synced since [H2]. */
function lookForAdviceOver(
  phone: Phone,
  shelf: string,
  markers: readonly Marker[],
  { isGone }: Witness,
): void {
  const left = markers.find(({ change }) => isGone(change))
  promised(
    left === undefined,
    'diverged',
    'H2',
    () => `${phone.name} still keeps the words of ${left?.change} among its ${shelf}, advice that is over`,
  )
}

const scanned = new Set(['bases', 'tails', 'diaries'])

/** The story of a visit that the log has taken up lies on the server, and on every device of its author [S3]. */
export function lookForStory(told: Told, diary: string | null, phone: Phone): void {
  if (told.change.kind !== 'visit.record' || diary === null) return
  const state = phone.tabs[0]?.engine.state()
  if (state?.villages.get(told.change.village)?.facts.audience !== 'team') return
  const { visit } = told.change.body
  promised(
    state.diaries.get(visit)?.text === diary,
    'lost',
    'S8',
    () => `${phone.name} does not have the story of ${told.change.id}`,
  )
}
