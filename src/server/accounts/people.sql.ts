import { sql, type Insertable, type RawBuilder } from 'kysely'
import type { PersonId } from '#domain/base/ids.ts'
import type { Db, Tables, Tx } from '../db/database.ts'

export type GrantRow = {
  readonly task: 'team' | 'village' | 'department' | 'area'
  readonly team_id: string | null
  readonly reaches: string
  readonly from_on: string
  readonly until_on: string | null
}

export const selectPerson = (db: Db | Tx, id: PersonId) =>
  db.selectFrom('people').select(['id', 'name', 'role']).where('id', '=', id).executeTakeFirst()

/**
 * Every task a person holds, held or will hold: one row for each of a team's villages, for the days that person and
 * village were both the team's, and the tasks given by name. Those of the past count for what happened then [S12].
 */
export const selectGrants = async (db: Db | Tx, person: PersonId): Promise<readonly GrantRow[]> =>
  (await sql<GrantRow>`${grantsOf(sql`${person}`)}`.execute(db)).rows

const grantsOf = (person: RawBuilder<unknown>) => sql`
  select 'team' as task, p.team_id, v.village_code as reaches,
         greatest(p.from_on, v.from_on) as from_on, least(p.until_on, v.until_on) as until_on
    from team_people p join team_villages v on v.team_id = p.team_id
   where p.person_id = ${person}
     and p.from_on <= coalesce(v.until_on, 'infinity') and v.from_on <= coalesce(p.until_on, 'infinity')
  union all
  select task, null, reaches, from_on, until_on from tasks where person_id = ${person}
  order by task, reaches, from_on`

export type SignedInRow = {
  readonly session: string
  readonly id: string
  readonly name: string
  readonly role: string
  readonly grants: readonly GrantRow[]
}

/**
 * Who a session belongs to, with every task: one statement, read anew at each request, so that a session or a task that
 * was ended counts at once [S12]. Nothing where the session is not there, or has no more than so many seconds left.
 */
export const selectSignedIn = async (
  db: Db,
  token: string,
  secondsLeft: number,
): Promise<SignedInRow | undefined> =>
  (
    await sql<SignedInRow>`
      select session.id as session, people.id, people.name, people.role,
             (select coalesce(json_agg(held), '[]') from (${grantsOf(sql`people.id`)}) as held) as grants
        from session join people on people.id = session."userId"
       where session.token = ${token} and session."expiresAt" > now() + make_interval(secs => ${secondsLeft})`.execute(
      db,
    )
  ).rows[0]

export type AccountRow = {
  readonly id: PersonId
  readonly username: string
  readonly name: string
  /** The digest of the password, as the accounts library makes it. */
  readonly password: string
}

/**
 * The two rows of an account, as the accounts library reads them: it wants an address for letters, and gets one that
 * no letter can reach. False when the user name belongs to another account.
 */
export async function insertAccount(tx: Tx, { id, username, name, password }: AccountRow): Promise<boolean> {
  const inserted = await sql`
    insert into "user" (id, name, email, "emailVerified", username, "displayUsername")
    values (${id}, ${name}, ${`${id}@people.invalid`}, true, ${username}, ${username})
    on conflict (username) do nothing`.execute(tx)
  if (inserted.numAffectedRows !== 1n) return false
  await sql`
    insert into account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${id}, ${id}, 'credential', ${id}, ${password}, now())`.execute(tx)
  return true
}

export const insertPerson = (tx: Tx, person: Insertable<Tables['people']>) =>
  tx.insertInto('people').values(person).execute()

/** The person of a user name; null when no account has it. */
export async function selectIdOf(db: Db, username: string): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId }>`select id from "user" where username = ${username}`.execute(db)
  return rows[0]?.id ?? null
}
