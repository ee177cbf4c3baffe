import { sql } from 'kysely'
import type { ChangeId, HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Totals } from '#domain/needs/totals.ts'
import type { BatchIds } from '#sync/log/store.ts'
import type { Db, Tx } from '../db/database.ts'

/** What a batch is judged against, as texts and arrays of JSON. */
export type BatchRead = {
  readonly households: readonly [HouseholdId, Household, number, number][]
  readonly accepted: readonly [ChangeId, number][]
  readonly refused: readonly [ChangeId, string][]
}

export type LockedRow = BatchRead & {
  readonly head: number
  readonly chain: Buffer
  readonly totals: Totals
  readonly checksum_team: number
  readonly checksum_cadre: number
  readonly turn: number
  readonly turn_read: number
}

/**
 * The village row, locked until the transaction ends, with what the batch is judged against: one round trip. Who had to
 * wait for the lock has read what stood before (`turn_read` is not `turn`), and reads the batch again.
 */
export const lockAndRead = async (tx: Tx, village: VillageCode, batch: BatchIds) =>
  (
    await sql<LockedRow>`
      with locked as materialized (
        select head, chain, totals, checksum_team, checksum_cadre, turn
          from villages where code = ${village} for update)
      select locked.*, (select turn from villages where code = ${village}) as turn_read, ${batchRead(village, batch)}
        from locked`.execute(tx)
  ).rows[0]

export const readBatch = async (tx: Tx, village: VillageCode, batch: BatchIds) =>
  (await sql<BatchRead>`select ${batchRead(village, batch)}`.execute(tx)).rows[0]

const batchRead = (village: VillageCode, { households, changes }: BatchIds) => sql`
  (select coalesce(json_agg(json_build_array(household_id, state, hash_team, hash_cadre)), '[]')
     from households where village_code = ${village} and household_id = any(${households}::text[])) as households,
  (select coalesce(json_agg(json_build_array(change_id, seq)), '[]')
     from changes where village_code = ${village} and change_id = any(${changes}::text[])) as accepted,
  (select coalesce(json_agg(json_build_array(change_id, because)), '[]')
     from refusals where village_code = ${village} and change_id = any(${changes}::text[])) as refused`

/** One transaction's rows, each table's as one text of JSON; null for those that get none. */
export type RowsToWrite = {
  readonly changes: string | null
  readonly households: string | null
  readonly needs: string | null
  readonly diaries: string | null
  readonly refusals: string | null
  readonly moved: null | {
    readonly head: number
    readonly chain: Buffer
    readonly totals: string
    readonly checksumTeam: number
    readonly checksumCadre: number
  }
}

/** Writes all of a transaction in one round trip. */
export async function insertAll(tx: Tx, village: VillageCode, rows: RowsToWrite): Promise<void> {
  const parts = [
    rows.changes === null ? [] : [insertChanges(village, rows.changes)],
    rows.households === null ? [] : [upsertHouseholds(village, rows.households)],
    rows.needs === null ? [] : [upsertNeeds(village, rows.needs)],
    rows.diaries === null ? [] : [insertDiaries(village, rows.diaries)],
    rows.refusals === null ? [] : [insertRefusals(rows.refusals)],
    [updateVillage(village, rows.moved)],
  ].flat()
  await sql`with ${sql.join(parts)} select 1`.execute(tx)
}

/**
 * Tells whoever listens that the log has moved. Never within the transaction: PostgreSQL lets transactions that notify
 * commit one at a time, of all villages, each waiting for the disk.
 */
export const notifyMoved = (db: Db, village: VillageCode, head: number) =>
  sql`select pg_notify('village', ${`${village} ${head}`})`.execute(db)

/** Refusals that belong to no village that is here. */
export const insertRefusalsAlone = (db: Db, rows: string) =>
  sql`with ${insertRefusals(rows)} select 1`.execute(db)

const insertChanges = (village: VillageCode, rows: string) => sql`changed as (
  insert into changes (village_code, seq, change_id, kind, household_id, author_id, author_name, author_role,
                       device_id, happened_at, received_at, after, body, salt, digest)
  select ${village}, fresh.* from jsonb_to_recordset(${rows}::jsonb) as fresh (
    seq bigint, change_id text, kind text, household_id text, author_id text, author_name text, author_role text,
    device_id text, happened_at timestamptz, received_at timestamptz, after text[], body jsonb, salt bytea, digest bytea))`

const upsertHouseholds = (village: VillageCode, rows: string) => sql`folded as (
  insert into households (village_code, household_id, state, seq, hash_team, hash_cadre)
  select ${village}, fresh.* from jsonb_to_recordset(${rows}::jsonb) as fresh (
    household_id text, state jsonb, seq bigint, hash_team bigint, hash_cadre bigint)
  on conflict (village_code, household_id) do update set
    state = excluded.state, seq = excluded.seq, hash_team = excluded.hash_team, hash_cadre = excluded.hash_cadre)`

const upsertNeeds = (village: VillageCode, rows: string) => sql`queued as (
  insert into needs (village_code, need_id, household_id, stage, category, owner_id, department_id, due_on, heard_on,
                     answered_by_household)
  select ${village}, fresh.* from jsonb_to_recordset(${rows}::jsonb) as fresh (
    need_id text, household_id text, stage text, category text, owner_id text, department_id text, due_on date,
    heard_on date, answered_by_household boolean)
  on conflict (village_code, need_id) do update set
    stage = excluded.stage, category = excluded.category, owner_id = excluded.owner_id,
    department_id = excluded.department_id, due_on = excluded.due_on,
    answered_by_household = excluded.answered_by_household)`

const insertDiaries = (village: VillageCode, rows: string) => sql`told as (
  insert into diaries (village_code, visit_id, household_id, author_id, written_at, story)
  select ${village}, fresh.* from jsonb_to_recordset(${rows}::jsonb) as fresh (
    visit_id text, household_id text, author_id text, written_at timestamptz, story text)
  on conflict (village_code, visit_id) do nothing)`

const insertRefusals = (rows: string) => sql`refused as (
  insert into refusals (village_code, change_id, household_id, because, author_id, device_id, received_at, change)
  select fresh.* from jsonb_to_recordset(${rows}::jsonb) as fresh (
    village_code text, change_id text, household_id text, because text, author_id text, device_id text,
    received_at timestamptz, change jsonb)
  on conflict (village_code, change_id) do nothing)`

const updateVillage = (village: VillageCode, moved: RowsToWrite['moved']) =>
  moved === null
    ? sql`moved as (update villages set turn = turn + 1 where code = ${village})`
    : sql`moved as (
        update villages set turn = turn + 1, head = ${moved.head}, chain = ${moved.chain}, totals = ${moved.totals}::jsonb,
               checksum_team = ${moved.checksumTeam}, checksum_cadre = ${moved.checksumCadre}
         where code = ${village})`
