import { sql } from 'kysely'
import type { ChangeId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Totals } from '#domain/needs/totals.ts'
import type { Tables, Tx } from '../db/database.ts'

/** The village row, locked until the transaction ends: numbers are taken under this lock, so no reader skips one. */
export const lockVillage = (tx: Tx, village: VillageCode) =>
  tx
    .selectFrom('villages')
    .select(['head', 'chain', 'totals', 'checksum_team', 'checksum_cadre'])
    .where('code', '=', village)
    .forUpdate()
    .executeTakeFirst()

export const selectHouseholds = (tx: Tx, village: VillageCode, ids: readonly HouseholdId[]) =>
  tx
    .selectFrom('households')
    .select(['household_id', 'state', 'hash_team', 'hash_cadre'])
    .where('village_code', '=', village)
    .where('household_id', 'in', ids)
    .execute()

/** The numbers of those of these changes that are in the log already [S1]. */
export const selectAccepted = (tx: Tx, village: VillageCode, ids: readonly ChangeId[]) =>
  tx
    .selectFrom('changes')
    .select(['change_id', 'seq'])
    .where('village_code', '=', village)
    .where('change_id', 'in', ids)
    .execute()

/** The reasons of those of these changes that were refused before [S1]. */
export const selectRefused = (tx: Tx, village: VillageCode, ids: readonly ChangeId[]) =>
  tx
    .selectFrom('refusals')
    .select(['change_id', 'because'])
    .where('village_code', '=', village)
    .where('change_id', 'in', ids)
    .execute()

export const insertChanges = (tx: Tx, rows: readonly Tables['changes'][]) =>
  tx
    .insertInto('changes')
    .values(rows.map(row => ({ ...row, body: JSON.stringify(row.body) })))
    .execute()

export type HouseholdRow = {
  readonly household_id: HouseholdId
  readonly state: Household
  readonly seq: number
  readonly hash_team: number
  readonly hash_cadre: number
}

export const upsertHouseholds = (tx: Tx, village: VillageCode, rows: readonly HouseholdRow[]) =>
  tx
    .insertInto('households')
    .values(
      rows.map(row => ({ ...row, village_code: village, state: sql`${JSON.stringify(row.state)}::jsonb` })),
    )
    .onConflict(conflict =>
      conflict.columns(['village_code', 'household_id']).doUpdateSet(row => ({
        state: row.ref('excluded.state'),
        seq: row.ref('excluded.seq'),
        hash_team: row.ref('excluded.hash_team'),
        hash_cadre: row.ref('excluded.hash_cadre'),
      })),
    )
    .execute()

export const upsertNeeds = (tx: Tx, rows: readonly Tables['needs'][]) =>
  tx
    .insertInto('needs')
    .values([...rows])
    .onConflict(conflict =>
      conflict.columns(['village_code', 'need_id']).doUpdateSet(row => ({
        stage: row.ref('excluded.stage'),
        category: row.ref('excluded.category'),
        owner_id: row.ref('excluded.owner_id'),
        department_id: row.ref('excluded.department_id'),
        due_on: row.ref('excluded.due_on'),
        answered_by_household: row.ref('excluded.answered_by_household'),
      })),
    )
    .execute()

export const insertDiaries = (tx: Tx, rows: readonly Tables['diaries'][]) =>
  tx
    .insertInto('diaries')
    .values([...rows])
    .onConflict(conflict => conflict.columns(['village_code', 'visit_id']).doNothing())
    .execute()

export const insertRefusals = (tx: Tx, rows: readonly Tables['refusals'][]) =>
  tx
    .insertInto('refusals')
    .values(rows.map(row => ({ ...row, change: JSON.stringify(row.change) })))
    .onConflict(conflict => conflict.columns(['village_code', 'change_id']).doNothing())
    .execute()

export type VillageMoved = {
  readonly head: number
  readonly chain: Buffer
  readonly totals: Totals
  readonly checksumTeam: number
  readonly checksumCadre: number
}

export const updateVillage = (tx: Tx, village: VillageCode, moved: VillageMoved) =>
  tx
    .updateTable('villages')
    .set({
      head: moved.head,
      chain: moved.chain,
      totals: sql`${JSON.stringify(moved.totals)}::jsonb`,
      checksum_team: moved.checksumTeam,
      checksum_cadre: moved.checksumCadre,
    })
    .where('code', '=', village)
    .execute()

/** Tells whoever listens that the village's log has moved; sent when the transaction commits. */
export const notifyVillage = (tx: Tx, village: VillageCode, head: number) =>
  sql`select pg_notify('village', ${`${village} ${head}`})`.execute(tx)
