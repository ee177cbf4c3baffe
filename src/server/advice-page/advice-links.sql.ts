import { sql } from 'kysely'
import type { Day, Instant } from '#domain/base/days.ts'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { AskedVisit, Db } from '../db/database.ts'

export type LinkRow = {
  readonly village_code: string
  readonly link_id: string
  readonly asked_by: string
  readonly said_by: string
  readonly visits: readonly AskedVisit[]
  readonly answered: readonly string[]
  readonly expires_at: string
}

const columns = [
  'village_code',
  'link_id',
  'asked_by',
  'said_by',
  'visits',
  'answered',
  'expires_at',
] as const

/** A link that is good at that moment: neither taken back nor over. */
export const selectLink = (db: Db, digest: Buffer, at: Instant): Promise<LinkRow | undefined> =>
  db
    .selectFrom('advice_links')
    .select(columns)
    .where('code_digest', '=', digest)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()

/** The links of a person that are good, the newest first. */
export const selectLinksOf = (db: Db, person: string, at: Instant): Promise<readonly LinkRow[]> =>
  db
    .selectFrom('advice_links')
    .select(columns)
    .where('asked_by', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('made_at', 'desc')
    .execute()

export const insertLink = (
  db: Db,
  link: Pick<LinkRow, 'village_code' | 'link_id' | 'asked_by' | 'said_by' | 'visits' | 'expires_at'> & {
    readonly code_digest: Buffer
    readonly made_at: Instant
  },
) =>
  db
    .insertInto('advice_links')
    .values({ ...link, visits: JSON.stringify(link.visits) })
    .execute()

export const updateRevoked = (db: Db, person: string, link: string, at: Instant) =>
  db
    .updateTable('advice_links')
    .set({ revoked_at: at })
    .where('asked_by', '=', person)
    .where('link_id', '=', link)
    .execute()

export const updateAnswered = (db: Db, village: string, link: string, visit: string) =>
  sql`
    update advice_links set answered = array_append(answered, ${visit})
     where village_code = ${village} and link_id = ${link} and not ${visit} = any(answered)`.execute(db)

export const selectHouseholds = async (
  db: Db,
  village: VillageCode,
  ids: readonly HouseholdId[],
): Promise<ReadonlyMap<HouseholdId, Household>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('households')
    .select('state')
    .where('village_code', '=', village)
    .where('household_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ state }) => [state.id, state]))
}

/** Whom the village can be asked: its cadres, by name and what they are called. */
export const selectCadres = async (db: Db, village: VillageCode, on: Day) =>
  (
    await sql<{ name: string; title: string }>`
      select name, title from people join tasks on person_id = people.id
       where task = 'village' and reaches = ${village}
         and ${on}::date between from_on and coalesce(until_on, 'infinity') order by name`.execute(db)
  ).rows
