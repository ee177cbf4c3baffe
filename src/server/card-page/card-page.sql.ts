import { sql } from 'kysely'
import type { Day } from '#domain/base/days.ts'
import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Db } from '../db/database.ts'

/** The household a good card belongs to; one that was given back is as unknown as one that never was. */
export const selectCardByDigest = (db: Db, digest: Buffer) =>
  db
    .selectFrom('cards')
    .select(['village_code', 'household_id', 'code_digest', 'issued_at'])
    .where('code_digest', '=', digest)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()

export const selectHousehold = async (
  db: Db,
  village: VillageCode,
  household: HouseholdId,
): Promise<Household | null> =>
  (
    await db
      .selectFrom('households')
      .select('state')
      .where('village_code', '=', village)
      .where('household_id', '=', household)
      .executeTakeFirst()
  )?.state ?? null

export const selectVillageName = async (db: Db, village: VillageCode): Promise<string> =>
  (await db.selectFrom('villages').select('name').where('code', '=', village).executeTakeFirst())?.name ?? ''

export const selectHost = (db: Db) =>
  db.selectFrom('host').select(['office_name', 'office_telephone', 'filing_number']).executeTakeFirst()

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly role: 'visitor' | 'team-leader' | 'village-cadre'
  readonly title: string
  readonly telephone: string
}

/** Who works in the village on that day: its team, then its cadres. */
export const selectPeopleOf = async (
  db: Db,
  village: VillageCode,
  today: Day,
): Promise<readonly PersonRow[]> =>
  (
    await sql<PersonRow>`
      select id, name, role, title, telephone from people
       where (role in ('visitor', 'team-leader') and id in (
               select p.person_id from team_people p join team_villages v using (team_id)
                where v.village_code = ${village}
                  and ${today}::date between p.from_on and coalesce(p.until_on, 'infinity')
                  and ${today}::date between v.from_on and coalesce(v.until_on, 'infinity')))
          or (role = 'village-cadre' and id in (
               select person_id from tasks
                where task = 'village' and reaches = ${village}
                  and ${today}::date between from_on and coalesce(until_on, 'infinity')))
       order by array_position(array['team-leader', 'visitor', 'village-cadre'], role), name`.execute(db)
  ).rows

export type LookRow = {
  readonly person_id: string
  readonly person_name: string
  readonly role: string
  readonly title: string
  readonly why: string
  readonly opened_at: string
}

/** Who opened the household, when and why, the newest first. */
export const selectLooks = (
  db: Db,
  village: VillageCode,
  household: HouseholdId,
): Promise<readonly LookRow[]> =>
  db
    .selectFrom('openings')
    .leftJoin('people', 'people.id', 'openings.person_id')
    .select(expression => [
      'openings.person_id',
      'openings.person_name',
      'openings.role',
      expression.fn.coalesce('people.title', sql.lit('')).as('title'),
      'openings.why',
      'openings.opened_at',
    ])
    .where('openings.village_code', '=', village)
    .where('openings.household_id', '=', household)
    .orderBy('openings.opened_at', 'desc')
    .orderBy('openings.number', 'desc')
    .limit(500)
    .execute()
