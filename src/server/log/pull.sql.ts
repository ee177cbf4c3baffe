import type { Actor } from '#domain/access/grants.ts'
import { isOnTeam } from '#domain/access/grants.ts'
import type { Day, Instant } from '#domain/base/days.ts'
import type { HouseholdId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change, Recorded } from '#sync/change.ts'
import type { Diary } from '#sync/wire.ts'
import type { Db, Tables, Tx } from '../db/database.ts'

/** A connection to read by: the pool, or one transaction of it. */
export type Reading = Db | Tx

/** Who reads, and on which day: what may be read follows from both. */
export type Reader = { readonly actor: Actor; readonly today: Day }

export const selectVillage = (db: Reading, code: VillageCode) =>
  db
    .selectFrom('villages')
    .select(['name', 'head', 'checksum_team', 'checksum_cadre'])
    .where('code', '=', code)
    .executeTakeFirst()

/** The changes after `cursor` up to `upTo`, in the log's order. */
export async function selectChanges(
  db: Reading,
  code: VillageCode,
  cursor: number,
  upTo: number,
): Promise<readonly Recorded[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('village_code', '=', code)
    .where('seq', '>', cursor)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute()
  return rows.map(presentChange)
}

/** A row of the log as the change it was: what was written there had passed its schema. */
export const presentChange = (row: Tables['changes']): Recorded => ({
  seq: row.seq,
  change: {
    id: row.change_id,
    village: row.village_code,
    household: row.household_id,
    kind: row.kind,
    body: row.body,
    happenedAt: row.happened_at,
    after: row.after,
  } as unknown as Change,
  author: { id: row.author_id, name: row.author_name, role: row.author_role as Role } as Recorded['author'],
  receivedAt: row.received_at as Instant,
})

/** The states of the households that changed after `cursor`; all of them for 0. */
export async function selectStates(
  db: Reading,
  code: VillageCode,
  cursor: number,
): Promise<readonly Household[]> {
  const rows = await db
    .selectFrom('households')
    .select('state')
    .where('village_code', '=', code)
    .where('seq', '>', cursor)
    .orderBy('household_id')
    .execute()
  return rows.map(({ state }) => state)
}

export const selectSnapshot = (db: Reading, code: VillageCode) =>
  db.selectFrom('snapshots').select(['up_to', 'gzip']).where('village_code', '=', code).executeTakeFirst()

export const upsertSnapshot = (db: Reading, code: VillageCode, upTo: number, gzip: Buffer) =>
  db
    .insertInto('snapshots')
    .values({ village_code: code, up_to: upTo, gzip })
    .onConflict(conflict =>
      conflict.column('village_code').doUpdateSet({ up_to: upTo, gzip }).where('snapshots.up_to', '<', upTo),
    )
    .execute()

/** The village's stories this reader may read: the own ones; for a team leader those of the team [S14]. */
export const selectDiaries = async (
  db: Reading,
  reader: Reader,
  code: VillageCode,
): Promise<readonly Diary[]> => (await readableDiaries(db, reader, code).execute()).map(presentDiary)

export async function selectDiariesOfVisits(
  db: Reading,
  reader: Reader,
  code: VillageCode,
  visits: readonly VisitId[],
): Promise<readonly Diary[]> {
  if (visits.length === 0) return []
  return (await readableDiaries(db, reader, code).where('visit_id', 'in', visits).execute()).map(presentDiary)
}

function readableDiaries(db: Reading, { actor, today }: Reader, code: VillageCode) {
  const own = db
    .selectFrom('diaries')
    .select(['visit_id', 'household_id', 'story'])
    .where('village_code', '=', code)
  const leads = actor.role === 'team-leader' && isOnTeam(actor, code, today)
  return leads ? own : own.where('author_id', '=', actor.id)
}

const presentDiary = (row: { visit_id: string; household_id: string; story: string }): Diary => ({
  visit: row.visit_id as VisitId,
  household: row.household_id as HouseholdId,
  text: row.story,
})
