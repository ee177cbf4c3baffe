import { sql } from 'kysely'
import type { Day, Instant } from '#domain/base/days.ts'
import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/people.ts'
import type { Db } from '../db/database.ts'

/** A device as it is a person's: the same browser holds one for each who works with it. */
export type DeviceOf = { readonly device: DeviceId; readonly person: PersonId }

/** What a device last said of itself; null where it speaks the first wire [S19]. */
export type Said = {
  readonly app: string
  readonly waiting: number
  readonly oldestAt: Instant | null
  readonly forReview: number
  readonly notStored: boolean
}

export const selectDevice = (db: Db, { device, person }: DeviceOf) =>
  db
    .selectFrom('devices')
    .select([
      'synced_at',
      'app',
      'waiting',
      'oldest_at',
      'for_review',
      'not_stored',
      'session_id',
      'revoked_at',
    ])
    .where('device_id', '=', device)
    .where('person_id', '=', person)
    .executeTakeFirst()

export type DeviceKept = NonNullable<Awaited<ReturnType<typeof selectDevice>>>

/** Whether a device is revoked, whoever's it is: asked where nobody is signed in. */
export const selectIsRevoked = async (db: Db, device: DeviceId): Promise<boolean> =>
  (await db
    .selectFrom('devices')
    .select('device_id')
    .where('device_id', '=', device)
    .where('revoked_at', 'is not', null)
    .executeTakeFirst()) !== undefined

export type DeviceNow = DeviceOf & {
  readonly today: Day
  readonly at: Instant
  readonly said: Said | null
  readonly session: string
}

/** The one row of a device, over what stood there: no earlier contact is kept. */
export const upsertDevice = (db: Db, { device, person, today, at, said, session }: DeviceNow) => {
  const now = {
    synced_at: at,
    app: said?.app ?? null,
    waiting: said?.waiting ?? null,
    oldest_at: said?.oldestAt ?? null,
    for_review: said?.forReview ?? null,
    not_stored: said?.notStored ?? null,
    session_id: session,
  }
  return db
    .insertInto('devices')
    .values({ device_id: device, person_id: person, first_on: today, ...now })
    .onConflict(conflict =>
      // What a revoked device had not sent stays as it was last known.
      conflict.columns(['device_id', 'person_id']).doUpdateSet(now).where('devices.revoked_at', 'is', null),
    )
    .execute()
}

/** Marks a device as revoked and ends the session it last came with; one revoked before stays as it is. */
export const updateRevoked = (db: Db, { device, person }: DeviceOf, at: Instant, by: string) =>
  db.transaction().execute(async tx => {
    const { rows } = await sql<{ session_id: string | null }>`
      update devices set revoked_at = ${at}, revoked_by = ${by}
       where device_id = ${device} and person_id = ${person} and revoked_at is null
       returning session_id`.execute(tx)
    for (const { session_id } of rows)
      await sql`delete from session where id = ${session_id} and "userId" = ${person}`.execute(tx)
  })

export const deleteSession = (db: Db, session: string) =>
  sql`delete from session where id = ${session}`.execute(db)

export type DeviceRow = {
  readonly device_id: DeviceId
  readonly person_id: PersonId
  readonly name: string
  readonly role: Role
  readonly teams: string | null
  readonly first_on: Day
  readonly synced_at: Instant
  readonly app: string | null
  readonly waiting: number | null
  readonly oldest_at: Instant | null
  readonly for_review: number | null
  readonly not_stored: boolean | null
  readonly revoked_at: Instant | null
}

/** The devices of the people of these teams on that day; of everybody who works with a phone where no team is named. */
export const selectDevices = async (
  db: Db,
  teams: readonly string[] | null,
  today: Day,
): Promise<readonly DeviceRow[]> =>
  (
    await sql<DeviceRow>`
      select d.device_id, d.person_id, p.name, p.role, t.teams, d.first_on, d.synced_at,
             d.app, d.waiting, d.oldest_at, d.for_review, d.not_stored, d.revoked_at
        from devices d
        join people p on p.id = d.person_id
        left join lateral (
          select string_agg(distinct teams.name, '、' order by teams.name) as teams
            from team_people tp join teams on teams.id = tp.team_id
           where tp.person_id = d.person_id and tp.from_on <= ${today}
             and (tp.until_on is null or tp.until_on >= ${today})
        ) t on true
       where ${teams === null ? sql`true` : inTeams(teams, today)}
       order by p.name, d.first_on, d.device_id`.execute(db)
  ).rows

/** The teams a person belongs to on that day. */
export const selectTeamsOf = async (db: Db, person: PersonId, today: Day): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('team_people')
      .select('team_id')
      .where('person_id', '=', person)
      .where('from_on', '<=', today)
      .where(where => where.or([where('until_on', 'is', null), where('until_on', '>=', today)]))
      .execute()
  ).map(({ team_id }) => team_id)

const inTeams = (teams: readonly string[], today: Day) => sql`exists (
  select from team_people mine
   where mine.person_id = d.person_id and mine.team_id = any(${teams}::text[])
     and mine.from_on <= ${today} and (mine.until_on is null or mine.until_on >= ${today}))`
