import { sql } from 'kysely'
import type { VillageCode } from '#domain/base/ids.ts'
import type { PartsRun } from '#sync/log/store.ts'
import type { Db, Tx } from '../db/database.ts'

/** The snapshots kept, the newest first, with the bytes of each part. */
export const selectSnapshots = async (db: Db, village: VillageCode) =>
  (
    await sql<{ up_to: number; sizes: readonly number[] }>`
      select up_to, array_agg(octet_length(gzip) order by part) as sizes
        from snapshots where village_code = ${village} group by up_to order by up_to desc`.execute(db)
  ).rows

export const selectParts = async (db: Db, village: VillageCode, { upTo, from, count }: PartsRun) =>
  (
    await db
      .selectFrom('snapshots')
      .select('gzip')
      .where('village_code', '=', village)
      .where('up_to', '=', upTo)
      .where('part', '>=', from)
      .where('part', '<', from + count)
      .orderBy('part')
      .execute()
  ).map(({ gzip }) => gzip)

/** Nobody erases a household of this village until the transaction ends. */
export const lockVillage = (tx: Tx, village: VillageCode) =>
  tx.selectFrom('villages').select('head').where('code', '=', village).forUpdate().executeTakeFirst()

/** Keeps a snapshot, unless words were taken from the log since it was read [H2] [S15]. */
export const insertSnapshot = (tx: Tx, village: VillageCode, upTo: number, parts: readonly Buffer[]) =>
  sql`
    insert into snapshots (village_code, up_to, part, gzip)
    select ${village}, ${upTo}, fresh.part - 1, fresh.gzip
      from unnest(${parts}::bytea[]) with ordinality as fresh (gzip, part)
     where not exists (
       select from changes where village_code = ${village} and seq > ${upTo} and kind in ('household.erase', 'advice.expire'))
    on conflict do nothing`.execute(tx)

/** The one before the newest stays, for devices in the middle of it; older ones go. */
export const deleteOldSnapshots = (tx: Tx, village: VillageCode) =>
  sql`
    delete from snapshots where village_code = ${village} and up_to not in (
      select up_to from snapshots where village_code = ${village} group by up_to order by up_to desc limit 2)`.execute(
    tx,
  )
