import { sql } from 'kysely'
import type { Day } from '#domain/base/days.ts'
import type { Db, Tables } from '../db/database.ts'

export const selectTeams = (db: Db) => db.selectFrom('teams').select(['id', 'name']).orderBy('name').execute()

export const selectTeamPeople = (db: Db) =>
  db
    .selectFrom('team_people')
    .innerJoin('people', 'people.id', 'team_people.person_id')
    .select(['team_id', 'people.id', 'people.name', 'role', 'title', 'telephone', 'from_on', 'until_on'])
    .orderBy('from_on')
    .execute()

export const selectTeamVillages = (db: Db) =>
  db
    .selectFrom('team_villages')
    .innerJoin('villages', 'villages.code', 'team_villages.village_code')
    .select(['team_id', 'code', 'villages.name', 'town', 'from_on', 'until_on'])
    .orderBy('code')
    .execute()

/** The people of the campaign with their user names; never how often or when they were here. */
export const selectPeople = async (db: Db) =>
  (
    await sql<Record<'id' | 'name' | 'role' | 'telephone' | 'title' | 'username', string>>`
      select people.id, people.name, people.role, people.telephone, people.title, "user".username from people join "user" using (id) order by people.name`.execute(
      db,
    )
  ).rows

export const selectTasks = (db: Db) =>
  db
    .selectFrom('tasks')
    .select(['person_id', 'task', 'reaches', 'from_on', 'until_on'])
    .orderBy('from_on')
    .execute()

export const insertTeam = (db: Db, team: Tables['teams']) => db.insertInto('teams').values(team).execute()

export const insertTeamPerson = (db: Db, row: Tables['team_people']) =>
  db
    .insertInto('team_people')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['team_id', 'person_id', 'from_on']).doUpdateSet({ until_on: row.until_on }),
    )
    .execute()

export const insertTeamVillage = (db: Db, row: Tables['team_villages']) =>
  db
    .insertInto('team_villages')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['team_id', 'village_code', 'from_on']).doUpdateSet({ until_on: row.until_on }),
    )
    .execute()

export const insertTask = (db: Db, row: Tables['tasks']) =>
  db
    .insertInto('tasks')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['person_id', 'task', 'reaches', 'from_on']).doUpdateSet({ until_on: row.until_on }),
    )
    .execute()

/** The team's last day: whatever would go on after it ends with it. */
export const updateTeamUntil = (db: Db, team: string, on: Day) =>
  db.transaction().execute(async tx => {
    for (const table of ['team_people', 'team_villages'] as const)
      // Two statements of one transaction, one after the other.
      await tx
        .updateTable(table)
        .set({ until_on: on })
        .where('team_id', '=', team)
        .where(where => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
        .execute()
  })

export const selectDepartments = (db: Db) =>
  db
    .selectFrom('departments')
    .select(['id', 'name', 'telephone', 'handles_in_working_days as handlesInWorkingDays'])
    .orderBy('name')
    .execute()

export const insertDepartment = (db: Db, row: { id: string; name: string; telephone: string }) =>
  db.insertInto('departments').values(row).execute()

/** The campaign's villages in these areas; `hasRoster` once anything is in their log. */
export const selectVillages = async (db: Db, areas: readonly string[]) =>
  (
    await sql<{ code: string; name: string; town: string; hasRoster: boolean }>`
      select code, name, town, head > 0 as "hasRoster" from villages
       where exists (select from unnest(${areas}::text[]) as area where starts_with(code, area))
       order by code`.execute(db)
  ).rows
