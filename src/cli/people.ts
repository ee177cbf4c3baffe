import { parseArgs } from 'node:util'
import { roles, type Role } from '#domain/base/people.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { createPerson, resetPassword, type AccountRefusal } from '#server/accounts/people.ts'
import { openDatabase } from '#server/db/database.ts'
import { inDatabase, worldParts, type CommandParts } from './in-database.ts'
import { oneTimePassword } from '#server/accounts/one-time-password.ts'
import type { Said } from './terminal.ts'

const rolesOfPeople = roles.filter((role): role is Exclude<Role, 'household'> => role !== 'household')

const usage: Said = {
  zh: `用法：people add --username 用户名 --name 姓名 --role 角色 [--title 职务] [--telephone 电话]\n      people password --username 用户名\n角色：${rolesOfPeople.join(' ')}`,
  en: `Usage: people add --username USERNAME --name NAME --role ROLE [--title TITLE] [--telephone NUMBER]\n       people password --username USERNAME\nRoles: ${rolesOfPeople.join(' ')}`,
}

const refusals: Readonly<Record<AccountRefusal, Said>> = {
  'username-taken': { zh: '这个用户名已有人使用。', en: 'This user name is in use.' },
  'username-unusable': {
    zh: '用户名由 2 到 30 个汉字、字母、数字或 . _ - 组成。',
    en: 'A user name has 2 to 30 letters, digits, or . _ -',
  },
  'password-too-short': { zh: '密码至少 8 位。', en: 'A password has at least 8 characters.' },
  'unknown-username': { zh: '没有这个用户名。', en: 'No account has this user name.' },
}

/**
 * `people add` makes an account with a password shown once; `people password` sets a new one and ends the person's
 * sessions. Tasks are given at the office's desk. Ends with 0; 1 when refused; 2 when asked wrongly.
 */
export async function people(args: readonly string[], given: Partial<CommandParts> = {}): Promise<number> {
  const parts = { ...worldParts(), ...given }
  const asked = readArgs(args)
  if (asked === null) return parts.complain(usage, 2)
  return inDatabase(parts, async url => {
    const { db, pool, close } = openDatabase(url, () => undefined)
    const password = oneTimePassword()
    try {
      const accounts = { db, auth: openAuth(pool, 'nobody signs in from the command line') }
      const done =
        asked.act === 'add'
          ? await createPerson(accounts, { ...asked.person, password })
          : await resetPassword(accounts, asked.username, password)
      if (!done.ok) return parts.complain(refusals[done.because], 1)
      parts.print(shownOnce(password))
      return 0
    } finally {
      await close()
    }
  })
}

const shownOnce = (password: string): Said => ({
  zh: `密码（只显示这一次，登录后请修改）：${password}`,
  en: `Password (shown this once; change it after signing in): ${password}`,
})

type Asked =
  | { readonly act: 'add'; readonly person: Omit<Parameters<typeof createPerson>[1], 'password'> }
  | { readonly act: 'password'; readonly username: string }

function readArgs(args: readonly string[]): Asked | null {
  try {
    const text = { type: 'string' } as const
    const options = { username: text, name: text, role: text, title: text, telephone: text } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { username = '', name = '', title = '', telephone = '' } = values
    const role = rolesOfPeople.find(one => one === values.role)
    const act = positionals.join(' ')
    if (username === '') return null
    if (act === 'password') return { act, username }
    if (act !== 'add' || name === '' || role === undefined) return null
    return { act, person: { username, name, role, title, telephone } }
  } catch {
    return null
  }
}
