import { sql } from 'kysely'
import type { Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { Db } from '../db/database.ts'

/** The villages in whose log words of advice are kept. */
export const selectVillagesWithAdvice = async (db: Db): Promise<readonly VillageCode[]> =>
  (
    await sql<{ code: VillageCode }>`
      select distinct village_code as code from changes where kind = 'advice.give' and body is not null`.execute(
      db,
    )
  ).rows.map(({ code }) => code)

/** Refused advice loses its words: at once where its visit had closed before, otherwise when it is old. */
export const updateRefusedAdvice = (db: Db, oldBefore: Instant, closedBefore: Instant) =>
  sql`
    update refusals set change = null, story = null
     where change->>'kind' = 'advice.give'
       and (received_at < ${oldBefore} or (because = 'visit-over' and received_at < ${closedBefore}))`.execute(
    db,
  )

/** Stories nothing came of: no need names their visit. */
export const deleteStories = (db: Db, writtenBefore: Instant) =>
  sql`
    delete from diaries where written_at < ${writtenBefore} and not exists (
      select from households, jsonb_array_elements(state->'needs') as need
       where households.village_code = diaries.village_code and households.household_id = diaries.household_id
         and need->>'visit' = diaries.visit_id)`.execute(db)

export const deleteLinks = (db: Db, overBefore: Instant) =>
  db.deleteFrom('advice_links').where('expires_at', '<', overBefore).execute()
