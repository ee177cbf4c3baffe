import { sql } from 'kysely'
import type { HouseholdId, OpeningId, VillageCode } from '#domain/base/ids.ts'
import type { Tables, Tx } from '../db/database.ts'

/** The chain of a village's openings, under the village's lock until the transaction ends. */
export const lockChain = (tx: Tx, village: VillageCode) =>
  tx
    .selectFrom('villages')
    .select(['openings_head', 'openings_chain'])
    .where('code', '=', village)
    .forUpdate()
    .executeTakeFirst()

export const selectKept = async (
  tx: Tx,
  village: VillageCode,
  ids: readonly OpeningId[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('openings')
    .select('opening_id')
    .where('village_code', '=', village)
    .where('opening_id', 'in', ids)
    .execute()
  return new Set(rows.map(({ opening_id }) => opening_id))
}

export const selectKnown = async (
  tx: Tx,
  village: VillageCode,
  households: readonly HouseholdId[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('households')
    .select('household_id')
    .where('village_code', '=', village)
    .where('household_id', 'in', households)
    .execute()
  return new Set(rows.map(({ household_id }) => household_id))
}

export const insertOpenings = (tx: Tx, rows: readonly Tables['openings'][]) =>
  tx
    .insertInto('openings')
    .values([...rows])
    .execute()

export const updateChain = (tx: Tx, village: VillageCode, head: number, chain: Buffer) =>
  sql`update villages set openings_head = ${head}, openings_chain = ${chain} where code = ${village}`.execute(
    tx,
  )
