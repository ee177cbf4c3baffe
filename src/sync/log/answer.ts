import type { Actor } from '#domain/access/grants.ts'
import { audienceFor } from '#domain/access/may-see.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { OpeningId, VillageCode } from '#domain/base/ids.ts'
import { wireVersion, type SyncAnswer, type VillageCursor, type VillageNews } from '../wire.ts'
import type { SyncRequestParsed } from '../wire.schema.ts'
import { idsOfOpenings, readOpenings } from './arrived.schema.ts'
import type { Logs } from './ground.ts'
import { handedFor, takeHandOvers } from './hand-over.ts'
import { newsOf, pull, weightOfChange } from './pull.ts'
import { push } from './push.ts'
import type { Asker, Reader } from './reader.ts'
import type { VillageLook } from './store.ts'

/** Pushes first, so that the device gets its own words back numbered in the same round trip; then openings, then pulls. */
export async function answerSync(logs: Logs, asker: Asker, asked: SyncRequestParsed): Promise<SyncAnswer> {
  const { actor, now } = asker
  const epoch = await logs.store.epoch()
  // A device of another epoch first offers again what a restore has forgotten; what builds on it comes after [S6].
  // A phone that has heard of no epoch sends no changes yet; a desk, which keeps nothing, names none [S1].
  const sameEpoch = asked.epoch === null || asked.epoch === epoch
  const verdicts = sameEpoch ? await push(logs, asked.changes, { actor, device: asked.device, now }) : []
  const openings = await takeOpenings(logs, asker, asked.openings)
  const cursors = withGranted(asked.villages, actor, now)
  const codes = [...cursors.map(({ code }) => code), ...asked.handOver.map(({ village }) => village)]
  const looks = await logs.store.look([...new Set(codes)], dayOf(now))
  const handedOver = sameEpoch ? await takeHandOvers(logs, asker, asked.handOver, looks) : []
  if (asked.taken.length > 0) await logs.store.takeHanded(actor.id, asked.taken, now)
  const { villages, forget } = await news(logs, asker, { asked, cursors, looks })
  const handed = await handedFor(logs, asker, villages)
  return { wire: wireVersion, epoch, now, actor, verdicts, openings, villages, forget, handedOver, handed }
}

/**
 * Keeps the openings of villages in which the actor has, or had, a task: what was opened on a phone after the task
 * ended was opened all the same. All are answered for, so that none is sent for ever.
 */
async function takeOpenings(
  { store }: Logs,
  { actor, now }: Asker,
  arrived: readonly unknown[],
): Promise<readonly OpeningId[]> {
  const own = readOpenings(arrived).filter(({ village }) => hasHadTask(actor, village))
  const { id, name, role } = actor
  for (const village of new Set(own.map(({ village }) => village))) {
    const here = own.filter(one => one.village === village)
    // One village after the other: each holds its village's lock only for its own.
    await store.keepOpenings(village, here, { person: { id, name, role }, now })
  }
  return idsOfOpenings(arrived)
}

const hasHadTask = (actor: Actor, village: VillageCode): boolean =>
  actor.grants.some(grant => (grant.is === 'team' || grant.is === 'village') && grant.village === village)

function withGranted(named: readonly VillageCursor[], actor: Actor, now: Instant): readonly VillageCursor[] {
  const today = dayOf(now)
  const cursors = new Map(named.map(cursor => [cursor.code, cursor]))
  for (const grant of actor.grants) {
    if (grant.is !== 'team' && grant.is !== 'village') continue
    if (cursors.has(grant.village) || audienceFor(actor, grant.village, today) === null) continue
    cursors.set(grant.village, { code: grant.village, cursor: 0, checksum: null, parts: null })
  }
  return [...cursors.values()]
}

type Look = {
  readonly asked: SyncRequestParsed
  readonly cursors: readonly VillageCursor[]
  readonly looks: ReadonlyMap<VillageCode, VillageLook>
}

/** Every village in the grants, from where the device is (or from the start), and those it is to forget [S13]. */
async function news(logs: Logs, { actor, now, wire }: Asker, { asked, cursors, looks }: Look) {
  const villages: VillageNews[] = []
  const forget: VillageCode[] = []
  const today = dayOf(now)
  // However little room there is, something goes out: no device stands still [S16].
  let room = Math.max(1, Math.min(asked.room, logs.limits.roomInOneAnswer))
  for (const cursor of cursors) {
    // In order, so that the room of one answer is shared out.
    const reader = { actor, today, wire, room }
    const stands = looks.get(cursor.code) ?? null
    const told = room > 0 ? await pull(logs, reader, cursor, stands) : nextTime(reader, cursor.code, stands)
    if (told === null) forget.push(cursor.code)
    else villages.push(told)
    room -= told === null ? 0 : weightOf(told)
  }
  return { villages, forget: forget.filter(code => asked.villages.some(one => one.code === code)) }
}

function weightOf({ answer, diaries }: VillageNews): number {
  const stories = diaries.reduce((sum, { text }) => sum + text.length * 3, 0)
  switch (answer.is) {
    case 'unchanged':
      return stories
    case 'snapshot':
      return stories + answer.parts.reduce((sum, part) => sum + part.length, 0)
    case 'changes':
      return stories + answer.changes.length * weightOfChange
    case 'states':
      return stories + answer.households.length * 2_000
    default:
      return answer satisfies never
  }
}

/** A village that has no room in this answer: nothing new is said of it, and the device asks again. */
function nextTime(
  { actor, today }: Reader,
  code: VillageCode,
  stands: VillageLook | null,
): VillageNews | null {
  const audience = audienceFor(actor, code, today)
  if (audience === null || stands === null) return null
  return {
    ...newsOf(code, stands, audience, actor),
    answer: { is: 'unchanged' },
    checksum: null,
    more: true,
    diaries: [],
  }
}
