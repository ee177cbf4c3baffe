import * as z from 'zod/mini'
import type { Actor } from '#domain/access/grants.ts'
import { audienceFor } from '#domain/access/may-see.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import { id } from '#domain/base/fields.schema.ts'
import type { OpeningId, VillageCode } from '#domain/base/ids.ts'
import { wireVersion, type SyncAnswer, type VillageCursor, type VillageNews } from '#sync/wire.ts'
import { opening, type SyncRequestParsed } from '#sync/wire.schema.ts'
import type { Context } from '../http/context.ts'
import { push } from '../log/push.ts'
import { pull } from '../log/pull.ts'
import { keepOpenings } from '../openings/keep.ts'
import { selectEpoch, selectVillageName } from './sync.sql.ts'

type Around = Pick<Context, 'db' | 'clock'>

/** Pushes first, so that the device gets its own words back numbered in the same round trip; then openings, then pulls. */
export async function answerSync(
  { db, clock }: Around,
  actor: Actor,
  asked: SyncRequestParsed,
): Promise<SyncAnswer> {
  const now = clock()
  const epoch = await selectEpoch(db)
  // A device of another epoch first offers again what a restore has forgotten; what builds on it comes after [S6].
  const sameEpoch = asked.epoch === null || asked.epoch === epoch
  const verdicts = sameEpoch ? await push(db, asked.changes, { actor, device: asked.device, now }) : []
  const openings = await takeOpenings({ db, clock }, actor, asked.openings)
  const { villages, forget } = await news({ db, clock }, actor, asked.villages)
  return {
    wire: wireVersion,
    epoch,
    now,
    actor,
    verdicts,
    openings,
    villages,
    forget,
    handedOver: [],
    handed: [],
  }
}

/**
 * Keeps the openings of villages in which the actor has, or had, a task: what was opened on a phone after the task
 * ended was opened all the same. All are answered for, so that none is sent for ever.
 */
async function takeOpenings(
  { db, clock }: Around,
  actor: Actor,
  arrived: readonly unknown[],
): Promise<readonly OpeningId[]> {
  const openings = arrived.flatMap(one => opening.safeParse(one).data ?? [])
  const own = openings.filter(({ village }) => hasHadTask(actor, village))
  for (const village of new Set(own.map(({ village }) => village))) {
    const here = own.filter(one => one.village === village)
    const { id, name, role } = actor
    // One village after the other: each holds its village's lock only for its own.
    await keepOpenings(db, village, here, { person: { id, name, role }, now: clock() })
  }
  return arrived.flatMap(one => named.safeParse(one).data?.id ?? [])
}

// What cannot be read is answered for by its id alone, so that it is not sent for ever.
const named = z.looseObject({ id: id<OpeningId>() })

const hasHadTask = (actor: Actor, village: VillageCode): boolean =>
  actor.grants.some(grant => (grant.is === 'team' || grant.is === 'village') && grant.village === village)

type News = Pick<SyncAnswer, 'villages' | 'forget'>

/** Every village in the grants, from where the device is (or from the start), and those it is to forget [S13]. */
async function news({ db, clock }: Around, actor: Actor, named: readonly VillageCursor[]): Promise<News> {
  const now = clock()
  const villages: VillageNews[] = []
  const forget: VillageCode[] = []
  let room = roomInOneAnswer
  for (const cursor of withGranted(named, actor, now)) {
    // In order, so that the room of one answer is shared out.
    const told = room > 0 ? await pull(db, actor, cursor, now) : await nextTime({ db, clock }, actor, cursor)
    if (told === null) forget.push(cursor.code)
    else villages.push(told)
    room -= told === null ? 0 : weightOf(told)
  }
  return { villages, forget: forget.filter(code => named.some(one => one.code === code)) }
}

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

/** About so many bytes of villages in one answer; the villages after that are told to ask again at once [S17]. */
export const roomInOneAnswer = 4_000_000

function weightOf({ answer, diaries }: VillageNews): number {
  const stories = diaries.reduce((sum, { text }) => sum + text.length * 3, 0)
  switch (answer.is) {
    case 'unchanged':
      return stories
    case 'snapshot':
      return stories + answer.parts.reduce((sum, part) => sum + part.length, 0)
    case 'changes':
      return stories + answer.changes.length * 800
    case 'states':
      return stories + answer.households.length * 2_000
    default:
      return answer satisfies never
  }
}

/** A village that has no room in this answer: nothing new is said of it, and the device asks again. */
async function nextTime(
  { db, clock }: Around,
  actor: Actor,
  { code }: VillageCursor,
): Promise<VillageNews | null> {
  const audience = audienceFor(actor, code, dayOf(clock()))
  const name = audience === null ? null : await selectVillageName(db, code)
  if (audience === null || name === null) return null
  return {
    code,
    name,
    audience,
    answer: { is: 'unchanged' },
    checksum: null,
    more: true,
    diaries: [],
    colleagues: [],
  }
}
