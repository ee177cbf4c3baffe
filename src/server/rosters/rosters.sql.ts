import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Village } from '#domain/villages/village.ts'
import type { Db } from '../db/database.ts'

export const selectHost = (db: Db) =>
  db.selectFrom('host').select(['area', 'secret']).executeTakeFirstOrThrow()

/** A village comes into the campaign with its first roster. */
export const insertVillages = (db: Db, villages: readonly Village[]) =>
  db
    .insertInto('villages')
    .values(villages.map(({ code, name, town }) => ({ code, name, town })))
    .onConflict(conflict => conflict.column('code').doNothing())
    .execute()

export const selectKnownHouseholds = async (
  db: Db,
  village: VillageCode,
  ids: readonly HouseholdId[],
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('households')
    .select('household_id')
    .where('village_code', '=', village)
    .where('household_id', 'in', ids)
    .execute()
  return new Set(rows.map(({ household_id }) => household_id))
}
