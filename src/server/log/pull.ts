import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Actor } from '#domain/access/grants.ts'
import { audienceFor, seenBy, type Audience } from '#domain/access/may-see.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { VillageCursor, VillageNews } from '#sync/wire.ts'
import type { Db } from '../db/database.ts'
import * as pulled from './pull.sql.ts'

const pack = promisify(gzip)

/** At most so many changes in one answer; the device asks again at once for the rest [S17]. */
export const changesInOneAnswer = 2_000

/** From so many changes behind, the states are fewer bytes than the changes that led to them. */
const statesAreLess = 1_000

/** What one village has that the device has not seen; null when the village is none of the actor's [S13] [S14]. */
export async function pull(
  db: Db,
  actor: Actor,
  asked: VillageCursor,
  now: Instant,
): Promise<VillageNews | null> {
  const reader = { actor, today: dayOf(now) }
  const audience = audienceFor(actor, asked.code, reader.today)
  const village = audience === null ? undefined : await pulled.selectVillage(db, asked.code)
  if (audience === null || village === undefined) return null
  const { head } = village
  const checksum = audience === 'team' ? village.checksum_team : village.checksum_cadre
  // A device ahead of the log has seen what a restore forgot: it takes the whole anew [S6].
  const cursor = asked.cursor > head || differs(asked, head, checksum) ? 0 : asked.cursor
  const news = { code: asked.code, name: village.name, audience, colleagues: [] }
  if (cursor === head && asked.cursor === head)
    return { ...news, answer: { is: 'unchanged' }, checksum, more: false, diaries: [] }
  if (audience === 'cadre') return { ...news, ...(await statesSince(db, asked.code, cursor, audience)) }
  if (cursor === 0 || head - cursor > statesAreLess)
    return {
      ...news,
      ...(await snapshot(db, asked.code, head)),
      diaries: await pulled.selectDiaries(db, reader, asked.code),
    }
  return { ...news, ...(await changesSince(db, reader, asked.code, cursor)) }
}

/** Whether a device at the log's head holds something else than the log [S9]. */
const differs = (asked: VillageCursor, head: number, checksum: number): boolean =>
  asked.cursor === head && asked.checksum !== null && asked.checksum !== checksum

async function changesSince(db: Db, reader: pulled.Reader, code: VillageCode, cursor: number) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async tx => {
      const village = await pulled.selectVillage(tx, code)
      const head = village?.head ?? cursor
      const upTo = Math.min(head, cursor + changesInOneAnswer)
      const changes = await pulled.selectChanges(tx, code, cursor, upTo)
      // A body that was erased cannot be folded any more: such a reader takes the states [S15].
      if (changes.some(({ change }) => change.body === null)) return snapshotWithin(tx, code)
      const visits = changes.flatMap(({ change }) =>
        change.kind === 'visit.record' ? [change.body.visit] : [],
      )
      const diaries = await pulled.selectDiariesOfVisits(tx, reader, code, visits)
      const checksum = upTo === head ? (village?.checksum_team ?? null) : null
      return {
        answer: { is: 'changes', from: cursor, upTo, changes },
        checksum,
        more: upTo < head,
        diaries,
      } as const
    })
}

async function statesSince(db: Db, code: VillageCode, cursor: number, audience: Audience) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async tx => {
      const village = await pulled.selectVillage(tx, code)
      const states = await pulled.selectStates(tx, code, cursor)
      const answer = {
        is: 'states',
        upTo: village?.head ?? cursor,
        whole: cursor === 0,
        households: states.map(state => seenBy(audience, state)),
      } as const
      return { answer, checksum: village?.checksum_cadre ?? null, more: false, diaries: [] }
    })
}

/** The newest packed states of a village, packed anew where the log has moved well past them. */
async function snapshot(db: Db, code: VillageCode, head: number) {
  const kept = await pulled.selectSnapshot(db, code)
  if (kept !== undefined && head - kept.up_to < statesAreLess && kept.up_to > 0)
    return packed(kept.up_to, kept.gzip, kept.up_to < head)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(tx => snapshotWithin(tx, code))
}

async function snapshotWithin(tx: pulled.Reading, code: VillageCode) {
  const village = await pulled.selectVillage(tx, code)
  const states = await pulled.selectStates(tx, code, 0)
  const bytes = await pack(JSON.stringify(states))
  const upTo = village?.head ?? 0
  if (upTo > 0) await pulled.upsertSnapshot(tx, code, upTo, bytes)
  return packed(upTo, bytes, false)
}

const packed = (upTo: number, bytes: Buffer, more: boolean) =>
  ({
    answer: { is: 'snapshot', upTo, from: 0, of: 1, parts: [bytes.toString('base64')] },
    checksum: null,
    more,
    diaries: [] as VillageNews['diaries'],
  }) as const
