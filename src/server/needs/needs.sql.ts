import type { Db } from '../db/database.ts'

/** The needs of these villages with their households, the earliest heard first. */
export const selectNeedsOf = async (db: Db, villages: readonly string[]) =>
  villages.length === 0
    ? []
    : db
        .selectFrom('needs')
        .innerJoin('households', join =>
          join
            .onRef('households.village_code', '=', 'needs.village_code')
            .onRef('households.household_id', '=', 'needs.household_id'),
        )
        .innerJoin('villages', 'villages.code', 'needs.village_code')
        .select(['needs.need_id', 'households.state', 'villages.name'])
        .where('needs.village_code', 'in', villages)
        .orderBy('needs.heard_on')
        .limit(5000)
        .execute()
