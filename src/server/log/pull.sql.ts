import { sql } from 'kysely'
import type { Day, Instant } from '#domain/base/days.ts'
import type { HouseholdId, VillageCode, VisitId } from '#domain/base/ids.ts'
import type { PersonNamed, Role } from '#domain/base/people.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change, Recorded } from '#sync/change.ts'
import type { DiariesAsked } from '#sync/log/store.ts'
import type { Diary } from '#sync/wire.ts'
import type { Db, Tables } from '../db/database.ts'

type VillageRow = {
  readonly code: VillageCode
  readonly name: string
  readonly head: number
  readonly checksum_team: number
  readonly checksum_cadre: number
  readonly team: readonly PersonNamed[]
}

/** How villages stand, and who is on their teams that day: one statement, one look. */
export const selectVillages = async (db: Db, codes: readonly VillageCode[], on: Day) =>
  (
    await sql<VillageRow>`
      select code, name, head, checksum_team, checksum_cadre,
             (select coalesce(json_agg(json_build_object('id', people.id, 'name', people.name) order by people.id), '[]')
                from people
               where exists (
                 select from team_villages join team_people using (team_id)
                  where team_villages.village_code = villages.code and team_people.person_id = people.id
                    and ${on} between team_villages.from_on and coalesce(team_villages.until_on, 'infinity')
                    and ${on} between team_people.from_on and coalesce(team_people.until_on, 'infinity'))) as team
        from villages where code = any(${codes}::text[])`.execute(db)
  ).rows

/** What a reader needs of a change; its salt and digest stay here. */
type ChangeRead = Omit<Tables['changes'], 'device_id' | 'salt' | 'digest'>

const columns = `village_code, seq, change_id, kind, household_id, author_id, author_name, author_role, happened_at,
  received_at, after, body`

type ChangeRow = ChangeRead & { readonly head: number; readonly checksum_team: number }

/** The village's head and the changes after `cursor`, in the log's order: one statement, one look. */
export const selectChanges = async (db: Db, village: VillageCode, cursor: number, most: number) =>
  (
    await sql<ChangeRow | (ChangeRow & { seq: null })>`
      select villages.head, villages.checksum_team, ${sql.raw(columns)}
        from villages left join lateral (
          select ${sql.raw(columns)} from changes where village_code = villages.code and seq > ${cursor} order by seq limit ${most}
        ) as later on true
       where villages.code = ${village} order by later.seq`.execute(db)
  ).rows

/** A row of the log as the change it was: what was written there had passed its schema. */
export const presentChange = (row: ChangeRead): Recorded => ({
  seq: row.seq,
  change: {
    id: row.change_id,
    village: row.village_code,
    household: row.household_id,
    kind: row.kind,
    body: row.body,
    happenedAt: row.happened_at,
    after: row.after,
  } as unknown as Change,
  author: { id: row.author_id, name: row.author_name, role: row.author_role as Role } as Recorded['author'],
  receivedAt: row.received_at as Instant,
})

type StateRow = {
  readonly head: number
  readonly checksum_team: number
  readonly checksum_cadre: number
  readonly state: Household | null
}

/** The village's head and the states of the households that changed after `cursor`: one statement, one look. */
export const selectStates = async (db: Db, village: VillageCode, cursor: number) =>
  (
    await sql<StateRow>`
      select head, checksum_team, checksum_cadre, state
        from villages left join households on village_code = code and seq > ${cursor}
       where code = ${village} order by household_id`.execute(db)
  ).rows

export const selectDiaries = async (
  db: Db,
  village: VillageCode,
  { by, visits }: DiariesAsked,
): Promise<readonly Diary[]> => {
  const rows = await db
    .selectFrom('diaries')
    .select(['visit_id', 'household_id', 'story'])
    .where('village_code', '=', village)
    .$if(by !== null, query => query.where('author_id', '=', by ?? ''))
    .$if(visits !== null, query => query.where('visit_id', 'in', visits ?? []))
    .execute()
  return rows.map(row => ({
    visit: row.visit_id as VisitId,
    household: row.household_id as HouseholdId,
    text: row.story,
  }))
}
