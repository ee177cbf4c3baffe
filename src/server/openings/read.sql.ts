import { sql } from 'kysely'
import type { VillageCode } from '#domain/base/ids.ts'
import type { Db } from '../db/database.ts'
import { link } from '../log/digest.ts'
import { digestOfOpening } from './keep.ts'

/** The newest so many openings are shown. */
const mostShown = 500

export const selectOpenings = (db: Db, village: VillageCode, household: string | null) =>
  db
    .selectFrom('openings')
    .leftJoin('households', join =>
      join
        .onRef('households.village_code', '=', 'openings.village_code')
        .onRef('households.household_id', '=', 'openings.household_id'),
    )
    .select(['number', 'openings.household_id', 'person_name', 'role', 'why', 'opened_at', 'state'])
    .where('openings.village_code', '=', village)
    .$if(household !== null, query => query.where('openings.household_id', '=', household ?? ''))
    .orderBy('number', 'desc')
    .limit(mostShown)
    .execute()

/** Whether every opening still stands as it was written and where it was linked: none changed, taken out, put in between. */
export async function isChainWhole(db: Db, village: VillageCode): Promise<boolean> {
  const rows = await db
    .selectFrom('openings')
    .selectAll()
    .where('village_code', '=', village)
    .orderBy('number')
    .execute()
  const kept = await db
    .selectFrom('villages')
    .select(['openings_head', 'openings_chain'])
    .where('code', '=', village)
    .executeTakeFirst()
  const chain = rows.reduce<Buffer>(
    (chain, { number, digest }) => link(chain, number, digest),
    Buffer.alloc(0),
  )
  const asWritten = rows.every(({ digest, ...row }) => digestOfOpening(row).equals(digest))
  return (
    asWritten && kept !== undefined && kept.openings_head === rows.length && chain.equals(kept.openings_chain)
  )
}

/** The villages of these areas in which anything was opened. */
export const selectVillagesOpened = async (db: Db, areas: readonly string[]) =>
  (
    await sql<{ code: string; name: string; town: string }>`
      select code, name, town from villages
       where openings_head > 0 and exists (select from unnest(${areas}::text[]) as area where starts_with(code, area))
       order by code`.execute(db)
  ).rows
