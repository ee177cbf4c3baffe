import { randomUUID } from 'node:crypto'
import { asId, type PersonId } from '#domain/base/ids.ts'
import type { Role } from '#domain/base/people.ts'
import type { Db } from '../db/database.ts'
import { shortestPassword, usernamePattern, type Auth } from './auth.ts'
import { insertAccount, insertPerson, selectIdOf } from './people.sql.ts'

export type Accounts = { readonly db: Db; readonly auth: Auth }

export type NewPerson = {
  readonly name: string
  readonly username: string
  readonly password: string
  readonly role: Exclude<Role, 'household'>
  readonly telephone?: string
  readonly title?: string
}

export type AccountRefusal =
  /** Another account has this user name. */
  | 'username-taken'
  /** A user name is 2 to 30 letters, digits, `.`, `_`, `-`. */
  | 'username-unusable'
  /** A password has at least eight characters. */
  | 'password-too-short'
  /** No account has this user name. */
  | 'unknown-username'

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: AccountRefusal }

const refuse = (because: AccountRefusal) => ({ ok: false, because }) as const

/**
 * Makes an account and the person behind it: all or nothing. Tasks are given apart (teams, or the table of tasks).
 * @refuses `username-taken`, `username-unusable`, `password-too-short`
 */
export async function createPerson({ db, auth }: Accounts, person: NewPerson): Promise<Outcome<PersonId>> {
  const username = person.username.toLowerCase()
  if (!usernamePattern.test(username)) return refuse('username-unusable')
  if (person.password.length < shortestPassword) return refuse('password-too-short')
  const id = asId<PersonId>(randomUUID())
  const password = await (await auth.$context).password.hash(person.password)
  return db.transaction().execute(async tx => {
    if (!(await insertAccount(tx, { id, username, name: person.name, password })))
      return refuse('username-taken')
    const { name, role, telephone = '', title = '' } = person
    await insertPerson(tx, { id, name, role, telephone, title })
    return { ok: true, value: id }
  })
}

/** Sets a new password in the office's name and ends the person's sessions. @refuses `unknown-username`, `password-too-short` */
export async function resetPassword(
  accounts: Accounts,
  username: string,
  password: string,
): Promise<Outcome<PersonId>> {
  if (password.length < shortestPassword) return refuse('password-too-short')
  const id = await selectIdOf(accounts.db, username.toLowerCase())
  if (id === null) return refuse('unknown-username')
  const { internalAdapter, password: passwords } = await accounts.auth.$context
  await internalAdapter.updatePassword(id, await passwords.hash(password))
  await endSessions(accounts, id)
  return { ok: true, value: id }
}

/** Ends every session of a person at once, on every device: a lost phone, a task that is over. */
export async function endSessions({ auth }: Pick<Accounts, 'auth'>, person: PersonId): Promise<void> {
  await (await auth.$context).internalAdapter.deleteUserSessions(person)
}
