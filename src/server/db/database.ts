import { Kysely, PostgresDialect, type ColumnType, type Generated, type Transaction } from 'kysely'
import { Pool, types as standard, type CustomTypesConfig } from 'pg'
import type { HouseholdId, VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Totals } from '#domain/needs/totals.ts'
import type { SealedShare, WrappedKey } from '#domain/sealed/letter.ts'
import { preparing } from './prepared.ts'

/** A visit about which a link asks. */
export type AskedVisit = { readonly household: HouseholdId; readonly visit: VisitId }

/** The tables as Kysely sees them: the columns the code names, in the types the parsers below give. */
export type Tables = {
  host: {
    only_one: Generated<boolean>
    epoch: string
    campaign: string
    area: string
    office_name: string
    office_telephone: string
    filing_number: string
    secret: string
    recovery_public: Generated<string | null>
    recovery_private: Generated<string | null>
  }
  villages: {
    code: string
    name: string
    town: string
    head: Generated<number>
    chain: Generated<Buffer>
    totals: Generated<Totals>
    checksum_team: Generated<number>
    checksum_cadre: Generated<number>
    openings_head: Generated<number>
    openings_chain: Generated<Buffer>
    turn: Generated<number>
  }
  changes: {
    village_code: string
    seq: number
    change_id: string
    kind: string
    household_id: string
    author_id: string
    author_name: string
    author_role: string
    device_id: string
    happened_at: string
    received_at: string
    after: string[]
    body: unknown
    salt: Buffer | null
    digest: Buffer
  }
  households: {
    village_code: string
    household_id: string
    state: Household
    seq: number
    hash_team: number
    hash_cadre: number
  }
  needs: {
    village_code: string
    need_id: string
    household_id: string
    stage: string
    category: string
    owner_id: string
    department_id: string | null
    due_on: string | null
    heard_on: string
    answered_by_household: boolean
  }
  diaries: {
    village_code: string
    visit_id: string
    household_id: string
    author_id: string
    written_at: string
    story: string
  }
  voices: {
    village_code: string
    voice_id: string
    visit_id: string
    household_id: string
    author_id: string
    sealed: Buffer
    pieces: number
    received_at: string
  }
  voice_pieces: { village_code: string; voice_id: string; number: number; sealed: Buffer }
  refusals: {
    village_code: string
    change_id: string
    because: string
    author_id: string
    device_id: string
    received_at: string
    change: unknown
    household_id: string | null
    handed_to: string | null
    handed_from: string | null
    handed_from_name: string | null
    handed_at: string | null
    taken_at: string | null
    story: string | null
  }
  openings: {
    village_code: string
    number: number
    opening_id: string
    household_id: string
    person_id: string
    person_name: string
    role: string
    why: string
    opened_at: string
    received_at: string
    digest: Buffer
  }
  snapshots: { village_code: string; up_to: number; part: number; gzip: Buffer }
  cards: {
    village_code: string
    household_id: string
    code_digest: Buffer
    issued_at: string
    revoked_at: string | null
  }
  advice_links: {
    village_code: string
    code_digest: Buffer
    link_id: string
    asked_by: string
    said_by: string
    visits: ColumnType<readonly AskedVisit[], string, never>
    answered: Generated<readonly string[]>
    made_at: string
    expires_at: string
    revoked_at: Generated<string | null>
  }
  sealed_openers: {
    person_id: string
    named_by: string
    named_at: string
    key: string | null
    wrapped: WrappedKey | null
    left_at: Generated<string | null>
  }
  sealed: {
    id: string
    receipt: string
    received_on: string
    body: string
    shares: readonly SealedShare[]
    answer: string | null
    answered_on: string | null
    closed_on: Generated<string | null>
  }
  sealed_turns: { sealed_id: string; person_id: string; shares: readonly SealedShare[] }
  sealed_openings: {
    number: number
    sealed_id: string
    person_id: string
    person_name: string
    act: string
    opened_at: string
    digest: Buffer
    chain: Buffer
  }
  catalogues: {
    name: string
    version: number
    body: unknown
    edited_by: string
    edited_by_name: string
    edited_at: string
  }
  devices: {
    person_id: string
    device_id: string
    first_on: string
    synced_at: string
    app: string | null
    waiting: number | null
    oldest_at: string | null
    for_review: number | null
    not_stored: boolean | null
    session_id: string | null
    revoked_at: string | null
    revoked_by: string | null
  }
  people: { id: string; name: string; role: string; telephone: Generated<string>; title: Generated<string> }
  departments: {
    id: string
    name: string
    telephone: Generated<string>
    handles_in_working_days: Generated<number>
  }
  teams: { id: string; name: string }
  team_people: { team_id: string; person_id: string; from_on: string; until_on: string | null }
  team_villages: { team_id: string; village_code: string; from_on: string; until_on: string | null }
  tasks: { person_id: string; task: string; reaches: string; from_on: string; until_on: string | null }
}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** The database, open: one pool, shared by the log and the accounts. */
export type Database = { readonly db: Db; readonly pool: Pool; readonly close: () => Promise<void> }

const int8 = 20
const date = 1082
const timestamptz = 1184

// Numbers below 2^53 as numbers, days as the texts they are, instants in UTC: the domain's own types.
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [int8]: Number,
  [date]: text => text,
  [timestamptz]: text => new Date(text).toISOString(),
}

const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: unknown) =>
    (format !== 'binary' && parsers[oid]) || standard.getTypeParser(oid, 'text'),
}

/** Opens a pool on the database; nothing is asked of it yet. `onLost` hears of connections that broke while no query ran. */
export function openDatabase(url: string, onLost: (fault: Error) => void, connections = 10): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 10_000,
    Client: preparing(),
  })
  // Heard on each connection: one that breaks while it is lent out, between two queries, would end the process unheard.
  pool.on('connect', client => client.on('error', onLost))
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
