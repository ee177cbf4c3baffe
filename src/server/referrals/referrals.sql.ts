import type { DepartmentId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Db } from '../db/database.ts'

export type ReferredRow = {
  readonly need_id: string
  readonly state: Household
  readonly village: string
  readonly town: string
}

/** At most so many of what is over; what is still open always comes whole. */
export const mostShown = 500

const rowsOf = (db: Db, departments: readonly DepartmentId[]) =>
  db
    .selectFrom('needs')
    .innerJoin('households', join =>
      join
        .onRef('households.village_code', '=', 'needs.village_code')
        .onRef('households.household_id', '=', 'needs.household_id'),
    )
    .innerJoin('villages', 'villages.code', 'needs.village_code')
    .select(['needs.need_id', 'households.state', 'villages.name as village', 'villages.town'])
    .where('needs.department_id', 'in', departments)

/** The needs that stand with these departments, those still open first. */
export const selectReferred = (
  db: Db,
  departments: readonly DepartmentId[],
): Promise<readonly ReferredRow[]> =>
  rowsOf(db, departments)
    .orderBy(expression => expression('needs.stage', 'in', ['solved', 'unconfirmed', 'withdrawn']))
    .orderBy('needs.due_on')
    .limit(mostShown)
    .execute()

export const selectOneReferred = (
  db: Db,
  departments: readonly DepartmentId[],
  { village, need }: { readonly village: string; readonly need: string },
): Promise<ReferredRow | undefined> =>
  rowsOf(db, departments)
    .where('needs.village_code', '=', village)
    .where('needs.need_id', '=', need)
    .executeTakeFirst()

/** The telephones of people, by their ids. */
export const selectTelephones = async (
  db: Db,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  people.length === 0
    ? new Map()
    : new Map(
        (await db.selectFrom('people').select(['id', 'telephone']).where('id', 'in', people).execute()).map(
          ({ id, telephone }) => [id, telephone],
        ),
      )

/** What the departments are called and how long they take, in working days. */
export const selectDepartmentsOf = (db: Db, departments: readonly DepartmentId[]) =>
  db
    .selectFrom('departments')
    .select(['id', 'name', 'handles_in_working_days'])
    .where('id', 'in', departments)
    .execute()
