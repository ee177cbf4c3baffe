import { randomBytes, randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { dayOf, instantOf, type Day } from '#domain/base/days.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { createPerson } from '#server/accounts/people.ts'
import { openDatabase, type Db } from '#server/db/database.ts'
import { villagesOf } from '#server/villages/divisions.ts'
import { clearLeftovers, hasCampaign } from './fill-when-empty.ts'
import { oneTimePassword } from '#server/accounts/one-time-password.ts'
import { inDatabase, worldParts, type CommandParts } from './in-database.ts'
import type { Said } from './terminal.ts'

const usage: Said = {
  zh: '用法：campaign begin --area 行政区划代码 --name 活动名称 [--office 办公室名称] [--telephone 电话]',
  en: 'Usage: campaign begin --area DIVISION-CODE --name NAME [--office OFFICE] [--telephone NUMBER]',
}

const officeUsername = 'office'

type Asked = {
  readonly area: string
  readonly name: string
  readonly office: string
  readonly telephone: string
}

/**
 * `campaign begin --area CODE --name NAME`: sets up a real campaign in an empty database: the host, the villages of its
 * area, and a first account of the office with a password shown once. Ends with 0; 1 when refused; 2 when asked wrongly.
 */
export async function campaign(args: readonly string[], given: Partial<CommandParts> = {}): Promise<number> {
  const parts = { ...worldParts(), ...given }
  const asked = readArgs(args)
  if (asked === null) return parts.complain(usage, 2)
  const villages = villagesOf(asked.area)
  if (villages.length === 0 || asked.area.length < 6)
    return parts.complain(
      {
        zh: `没有代码为 ${asked.area} 的县、乡镇或村。县的代码是 6 位，例如房县 420325。`,
        en: `No county, town or village has the code ${asked.area}. A county's code has 6 digits, e.g. 420325.`,
      },
      2,
    )
  return inDatabase(parts, async url => {
    const password = await begin(url, asked, dayOf(instantOf(Date.now())))
    if (password === null) return parts.complain(notEmpty, 1)
    parts.print(begun(asked, villages.length, password))
    return 0
  })
}

const notEmpty: Said = {
  zh: '这个数据库里已经有一个活动，没有改动任何东西。请用 WUXIN_DATA 指定另一个数据文件夹。',
  en: 'This database holds a campaign already and nothing was changed. Name another data folder with WUXIN_DATA.',
}

const begun = ({ name }: Asked, villages: number, password: string): Said => ({
  zh: `活动“${name}”已建立，共 ${villages} 个村。\n办公室的第一个账号：${officeUsername}\n密码（只显示这一次，登录后请修改）：${password}\n现在启动：npm start`,
  en: `The campaign “${name}” is set up with ${villages} villages.\nThe office's first account: ${officeUsername}\nPassword (shown this once; change it after signing in): ${password}\nNow start it: npm start`,
})

function readArgs(args: readonly string[]): Asked | null {
  try {
    const text = { type: 'string' } as const
    const options = { area: text, name: text, office: text, telephone: text } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { area = '', name = '', office = '活动办公室', telephone = '' } = values
    return positionals.join(' ') === 'begin' && area !== '' && name.trim() !== ''
      ? { area, name: name.trim(), office, telephone }
      : null
  } catch {
    return null
  }
}

/** The office's password; null where the database holds a campaign already. The host's row comes last and seals it. */
async function begin(url: string, asked: Asked, today: Day): Promise<string | null> {
  const { db, pool, close } = openDatabase(url, () => undefined)
  try {
    if (await hasCampaign(db)) return null
    const secret = randomBytes(32).toString('base64url')
    const password = oneTimePassword()
    await clearLeftovers(db)
    await insertVillages(db, asked.area)
    const made = await createPerson(
      { db, auth: openAuth(pool, secret) },
      { name: asked.office, username: officeUsername, password, role: 'office', title: asked.office },
    )
    if (!made.ok) throw new Error(`the office's account: ${made.because}`)
    await giveArea(db, made.value, asked.area, today)
    await insertHost(db, asked, secret)
    return password
  } finally {
    await close()
  }
}

/** So many villages a statement: a province has more than one statement's parameters. */
const atOnce = 5_000

async function insertVillages(db: Db, area: string): Promise<void> {
  const rows = villagesOf(area).map(({ code, name, town }) => ({ code, name, town }))
  for (let at = 0; at < rows.length; at += atOnce)
    await db
      .insertInto('villages')
      .values(rows.slice(at, at + atOnce))
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

const giveArea = (db: Db, person_id: string, reaches: string, from_on: Day) =>
  db.insertInto('tasks').values({ person_id, task: 'area', reaches, from_on, until_on: null }).execute()

const insertHost = (db: Db, { area, name, office, telephone }: Asked, secret: string) =>
  db
    .insertInto('host')
    .values({
      epoch: randomUUID(),
      campaign: name,
      area,
      office_name: office,
      office_telephone: telephone,
      filing_number: '',
      secret,
    })
    .execute()
