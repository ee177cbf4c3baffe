import { sql } from 'kysely'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Tx } from '../db/database.ts'

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
