import { audienceFor, seenBy } from '#domain/access/may-see.ts'
import type { Actor } from '#domain/access/grants.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { ChangeId, HouseholdId, PersonId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change, Recorded } from '../change.ts'
import { checksumOf } from '../checksum.ts'
import { judge } from '../judge.ts'
import type { Verdict } from '../outbox.ts'
import {
  wireVersion,
  type Diary,
  type SyncAnswer,
  type SyncRequest,
  type VillageCursor,
  type VillageNews,
} from '../wire.ts'

/** One village's log and its fold. */
export type VillageLog = {
  readonly name: string
  readonly log: readonly Recorded[]
  readonly households: ReadonlyMap<HouseholdId, Household>
  readonly answered: ReadonlyMap<ChangeId, Verdict>
  readonly refused: readonly Change[]
  readonly diaries: readonly (Diary & { readonly by: PersonId; readonly seq: number })[]
}

/** All that a server keeps. Plain: a backup is the same value, kept. */
export type ServerState = {
  readonly epoch: string
  readonly villages: ReadonlyMap<VillageCode, VillageLog>
}

export const newVillageLog = (name: string): VillageLog => ({
  name,
  log: [],
  households: new Map(),
  answered: new Map(),
  refused: [],
  diaries: [],
})

export type Served = { readonly state: ServerState; readonly answer: SyncAnswer }

/** At most so many changes in one answer: small, so that several rounds are the rule. */
const changesInOneAnswer = 7

/** The server's side of one round trip, on plain values: the same judgement, the same shapes as the real one. */
export function serve(state: ServerState, asked: SyncRequest, actor: Actor, now: Instant): Served {
  let villages = state.villages
  const verdicts: Verdict[] = []
  // A device of another epoch first offers again what the log may have forgotten: what builds on it comes after [S6].
  const judged = asked.epoch === null || asked.epoch === state.epoch ? asked.changes : []
  for (const code of new Set(judged.map(({ change }) => change.village))) {
    const village = villages.get(code)
    if (village === undefined) continue
    const taken = takeIn(village, asked, code, actor, now)
    villages = new Map([...villages, [code, taken.village]])
    verdicts.push(...taken.verdicts)
  }
  const after = { ...state, villages }
  const news = cursorsOf(after, asked, actor, now).map(cursor => newsOf(after, cursor, actor, now))
  const answer: SyncAnswer = {
    wire: wireVersion,
    epoch: state.epoch,
    now,
    actor,
    verdicts,
    openings: asked.openings.map(({ id }) => id),
    villages: news.filter(one => one !== null),
    forget: asked.villages
      .map(({ code }) => code)
      .filter(code => audienceFor(actor, code, dayOf(now)) === null),
    handedOver: [],
    handed: [],
  }
  return { state: after, answer }
}

function takeIn(village: VillageLog, asked: SyncRequest, code: VillageCode, actor: Actor, now: Instant) {
  const pushed = asked.changes.filter(({ change }) => change.village === code)
  const view = { ...village, head: village.log.length }
  const judged = judge(view, pushed, actor, now)
  const diaries = judged.accepted.flatMap(({ recorded: { change, seq }, diary }) =>
    diary === null || change.kind !== 'visit.record'
      ? []
      : [{ visit: change.body.visit, household: change.household, text: diary, by: actor.id, seq }],
  )
  const after: VillageLog = {
    ...village,
    log: [...village.log, ...judged.accepted.map(({ recorded }) => recorded)],
    households: new Map([...village.households, ...judged.households]),
    answered: new Map([
      ...village.answered,
      ...judged.verdicts.map(verdict => [verdict.id, verdict] as const),
    ]),
    refused: [...village.refused, ...judged.refused.map(({ change }) => change)],
    diaries: [...village.diaries, ...diaries],
  }
  return { village: after, verdicts: judged.verdicts }
}

function cursorsOf(
  state: ServerState,
  asked: SyncRequest,
  actor: Actor,
  now: Instant,
): readonly VillageCursor[] {
  const cursors = new Map(asked.villages.map(cursor => [cursor.code, cursor]))
  for (const code of state.villages.keys())
    if (!cursors.has(code) && audienceFor(actor, code, dayOf(now)) !== null)
      cursors.set(code, { code, cursor: 0, checksum: null, parts: null })
  return [...cursors.values()]
}

function newsOf(state: ServerState, asked: VillageCursor, actor: Actor, now: Instant): VillageNews | null {
  const village = state.villages.get(asked.code)
  const audience = audienceFor(actor, asked.code, dayOf(now))
  if (village === undefined || audience === null) return null
  const head = village.log.length
  const seen = [...village.households.values()].map(household => seenBy(audience, household))
  const checksum = checksumOf(seen)
  const differs = asked.cursor === head && asked.checksum !== null && asked.checksum !== checksum
  const cursor = asked.cursor > head || differs ? 0 : asked.cursor
  const diaries = village.diaries
    .filter(diary => diary.by === actor.id && diary.seq > cursor)
    .map(({ visit, household, text }) => ({ visit, household, text }))
  const news = {
    code: asked.code,
    name: village.name,
    audience,
    checksum,
    more: false,
    diaries,
    colleagues: [],
  }
  if (cursor === head && asked.cursor === head) return { ...news, answer: { is: 'unchanged' } }
  if (audience === 'cadre')
    return { ...news, answer: { is: 'states', upTo: head, whole: true, households: seen } }
  if (cursor === 0)
    return {
      ...news,
      answer: { is: 'snapshot', upTo: head, from: 0, of: 1, parts: [JSON.stringify(seen)] },
    }
  const upTo = Math.min(head, cursor + changesInOneAnswer)
  const changes = village.log.slice(cursor, upTo)
  return {
    ...news,
    checksum: upTo === head ? checksum : null,
    more: upTo < head,
    answer: { is: 'changes', from: cursor, upTo, changes },
  }
}
