import { sql } from 'kysely'
import type { Instant } from '#domain/base/days.ts'
import type { ChangeId, PersonId } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { HandingOver } from '#sync/wire.ts'
import type { Db } from '../db/database.ts'

/** Gives a refused change on, by who holds it; what nobody could read nobody can be given. True when it is given now. */
export const updateHandedTo = async (
  db: Db,
  { village, change, to, diary }: HandingOver,
  by: PersonNamed,
  at: Instant,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update refusals
       set handed_to = ${to}, handed_from = ${by.id}, handed_from_name = ${by.name}, handed_at = ${at},
           taken_at = null, story = ${diary}
     where village_code = ${village} and change_id = ${change} and change is not null
       and because <> 'broken-change' and coalesce(handed_to, author_id) = ${by.id}`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Whether this person gave it away before. */
export const selectIsAway = async (db: Db, { village, change }: HandingOver, by: PersonId) =>
  (
    await sql`
      select from refusals
       where village_code = ${village} and change_id = ${change} and handed_to <> ${by}
         and ${by} in (author_id, handed_from)`.execute(db)
  ).rows.length > 0

export const selectHandedTo = (db: Db, person: PersonId) =>
  db
    .selectFrom('refusals')
    .select(['change', 'because', 'story', 'handed_from', 'handed_from_name'])
    .where('handed_to', '=', person)
    .where('taken_at', 'is', null)
    .where('change', 'is not', null)
    .orderBy('handed_at')
    .orderBy('change_id')
    .limit(100)
    .execute()

/** They lie on a device now; the stories go from here. */
export const updateTaken = (db: Db, person: PersonId, ids: readonly ChangeId[], at: Instant) =>
  db
    .updateTable('refusals')
    .set({ taken_at: at, story: null })
    .where('handed_to', '=', person)
    .where('taken_at', 'is', null)
    .where('change_id', 'in', ids)
    .execute()
