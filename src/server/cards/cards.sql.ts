import { sql } from 'kysely'
import type { Day, Instant } from '#domain/base/days.ts'
import type { Household } from '#domain/households/household.ts'
import type { Db, Tables, Tx } from '../db/database.ts'

export const selectVillage = (db: Db, code: string) =>
  db.selectFrom('villages').select(['code', 'name', 'town']).where('code', '=', code).executeTakeFirst()

export const selectHouseholds = async (db: Db, village: string): Promise<readonly Household[]> =>
  (
    await db
      .selectFrom('households')
      .select('state')
      .where('village_code', '=', village)
      .orderBy('household_id')
      .execute()
  ).flatMap(({ state }) => (state.erased === undefined ? state : []))

/** Which households hold a card that is good. */
export const selectCardHolders = async (db: Db, village: string): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await db
        .selectFrom('cards')
        .select('household_id')
        .where('village_code', '=', village)
        .where('revoked_at', 'is', null)
        .execute()
    ).map(({ household_id }) => household_id),
  )

export const revokeCards = (tx: Tx, village: string, households: readonly string[], at: Instant) =>
  tx
    .updateTable('cards')
    .set({ revoked_at: at })
    .where('village_code', '=', village)
    .where('household_id', 'in', households)
    .where('revoked_at', 'is', null)
    .execute()

export const insertCards = (tx: Tx, cards: readonly Tables['cards'][]) =>
  tx
    .insertInto('cards')
    .values([...cards])
    .execute()

export type Caller = { readonly name: string; readonly title: string; readonly telephone: string }

/** The people a family of the village can ring: its team, then its cadres. */
export const selectCallers = async (db: Db, village: string, today: Day): Promise<readonly Caller[]> =>
  (
    await sql<Caller>`
      select name, title, telephone from (
        select people.id, people.name, coalesce(nullif(people.title, ''), teams.name) as title, telephone, 1 as place
          from team_villages v
          join team_people p using (team_id) join teams on teams.id = v.team_id join people on people.id = p.person_id
         where v.village_code = ${village} and ${today}::date between v.from_on and coalesce(v.until_on, 'infinity')
           and ${today}::date between p.from_on and coalesce(p.until_on, 'infinity')
        union
        select people.id, people.name, people.title, telephone, 2
          from tasks join people on people.id = tasks.person_id
         where task = 'village' and reaches = ${village}
           and ${today}::date between from_on and coalesce(until_on, 'infinity')
      ) as callers where telephone <> '' order by place, name`.execute(db)
  ).rows

export const selectOffice = (db: Db) =>
  db.selectFrom('host').select(['office_name', 'office_telephone']).executeTakeFirstOrThrow()
