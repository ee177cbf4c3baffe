import { sql } from 'kysely'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { AdviceSaid } from '#domain/visits/advice-over.ts'
import type { AdviceOver } from '#sync/log/store.ts'
import type { Db, Tx } from '../db/database.ts'

/**
 * Takes from every table what these households said and what was said of them [S15]. Of their changes stay number, kind,
 * who wrote them and the digest, so that the chain verifies; of refusals that there was one; of openings who looked, when
 * and why, which names nobody of the family. A household that wrote by its own card stands without its name. Its card
 * stays good, so that it reads there that nothing is kept: the digest of a code says nothing of anybody.
 */
export const eraseHouseholds = (tx: Tx, village: VillageCode, households: readonly HouseholdId[]) =>
  sql`
    with unsaid as (
      update changes set body = null, salt = null,
             author_name = case when author_role = 'household' then '' else author_name end
       where village_code = ${village} and household_id = any(${households}::text[])),
    untold as (
      delete from diaries where village_code = ${village} and household_id = any(${households}::text[])),
    unheard as (
      delete from voices where village_code = ${village} and household_id = any(${households}::text[])),
    unqueued as (
      delete from needs where village_code = ${village} and household_id = any(${households}::text[])),
    unrefused as (
      update refusals set change = null, story = null
       where village_code in (${village}, '') and household_id = any(${households}::text[]))
    delete from snapshots where village_code = ${village}`.execute(tx)

/** The households in whose log words of advice are kept, with what was said for which visit [H2]. */
export const selectAdviceKept = async (db: Db, village: VillageCode) =>
  (
    await sql<{ readonly state: Household; readonly said: readonly AdviceSaid[] }>`
      select state, said from households join (
        select household_id, json_agg(json_build_object('visit', body->>'visit', 'saidOn', body->>'saidOn')) as said
          from changes where village_code = ${village} and kind = 'advice.give' and body is not null
         group by household_id) as kept using (household_id)
       where village_code = ${village}`.execute(db)
  ).rows

/**
 * Takes the words of advice that is over out of the log, and what was packed while they stood; number, author and digest
 * stay, so that the chain verifies [H2] [S15].
 */
export const eraseAdvice = (tx: Tx, village: VillageCode, over: readonly AdviceOver[]) =>
  sql`
    with unsaid as (
      update changes set body = null, salt = null
        from jsonb_to_recordset(${JSON.stringify(over)}::jsonb) as over (household text, visit text, "saidBefore" text)
       where village_code = ${village} and kind = 'advice.give' and household_id = over.household
         and body->>'visit' = over.visit and body->>'saidOn' < over."saidBefore")
    delete from snapshots where village_code = ${village}`.execute(tx)
