import { sql } from 'kysely'
import type { Instant } from '#domain/base/days.ts'
import type { HouseholdId, PersonId, VillageCode, VisitId, VoiceId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Db, Tx } from '../db/database.ts'

export type VoiceRow = {
  readonly village_code: VillageCode
  readonly voice_id: VoiceId
  readonly visit_id: VisitId
  readonly household_id: HouseholdId
  readonly author_id: PersonId
  readonly sealed: Buffer
  readonly pieces: number
  readonly received_at: Instant
}

/** The household, read after its village's row was taken: an erasure under way is waited for, and none begins [S15]. */
export async function selectHouseholdHeld(
  tx: Tx,
  village: VillageCode,
  household: HouseholdId,
): Promise<Household | null> {
  await sql`select 1 from villages where code = ${village} for key share`.execute(tx)
  const row = await tx
    .selectFrom('households')
    .select('state')
    .where('village_code', '=', village)
    .where('household_id', '=', household)
    .executeTakeFirst()
  return row?.state ?? null
}

/** The note is there afterwards, once, however often it is sent [S1]; whose it is, and about which visit. */
export async function insertVoice(tx: Tx, row: VoiceRow): Promise<Pick<VoiceRow, 'author_id' | 'visit_id'>> {
  await tx
    .insertInto('voices')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('voices')
    .select(['author_id', 'visit_id'])
    .where('village_code', '=', row.village_code)
    .where('voice_id', '=', row.voice_id)
    .executeTakeFirstOrThrow() as Promise<Pick<VoiceRow, 'author_id' | 'visit_id'>> // ids as they were written
}

export const insertPieces = (
  tx: Tx,
  { village_code, voice_id }: VoiceRow,
  pieces: readonly { readonly number: number; readonly sealed: Buffer }[],
) =>
  pieces.length === 0
    ? []
    : tx
        .insertInto('voice_pieces')
        .values(pieces.map(piece => ({ village_code, voice_id, ...piece })))
        .onConflict(conflict => conflict.doNothing())
        .execute()

/** How many pieces of a note are here. None is taken before the one ahead of it, so this is the number of the next. */
export async function countPieces(db: Db, village: VillageCode, voice: VoiceId): Promise<number> {
  const { count } = await db
    .selectFrom('voice_pieces')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_code', '=', village)
    .where('voice_id', '=', voice)
    .executeTakeFirstOrThrow()
  return count
}

/** One author's notes about a visit. */
export const selectVoices = (
  db: Db,
  {
    village,
    visit,
    author,
  }: { readonly village: VillageCode; readonly visit: VisitId; readonly author: PersonId },
) =>
  db
    .selectFrom('voices')
    .selectAll()
    .where('village_code', '=', village)
    .where('visit_id', '=', visit)
    .where('author_id', '=', author)
    .orderBy('received_at')
    .orderBy('voice_id')
    .execute() as Promise<VoiceRow[]> // ids as they were written

export const selectPieces = (db: Db, village: VillageCode, voice: VoiceId) =>
  db
    .selectFrom('voice_pieces')
    .select(['number', 'sealed'])
    .where('village_code', '=', village)
    .where('voice_id', '=', voice)
    .orderBy('number')
    .execute()

/** Its pieces go with it. */
export const deleteVoice = (
  db: Db,
  {
    village,
    voice,
    author,
  }: { readonly village: VillageCode; readonly voice: VoiceId; readonly author: PersonId },
) =>
  db
    .deleteFrom('voices')
    .where('village_code', '=', village)
    .where('voice_id', '=', voice)
    .where('author_id', '=', author)
    .execute()

/** Notes whose time is over. */
export const deleteVoicesReceivedBefore = (db: Db, before: Instant) =>
  db.deleteFrom('voices').where('received_at', '<', before).execute()
