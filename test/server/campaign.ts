import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Actor } from '#domain/access/grants.ts'
import { asInstant, type Instant } from '#domain/base/days.ts'
import type { PersonId, VillageCode } from '#domain/base/ids.ts'
import { openActors } from '#server/accounts/actor.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { createPerson, type NewPerson } from '#server/accounts/people.ts'
import { openDatabase } from '#server/db/database.ts'
import { buildApp } from '#server/http/app.ts'
import type { App, Context } from '#server/http/context.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { freshDatabase } from '#test/postgres/database.ts'

export const password = 'five-hearts'

/** A campaign with two villages and nobody yet, on a database and a web server of its own. */
export type Campaign = {
  readonly context: Context
  readonly app: App
  readonly databaseUrl: string
  readonly appFolder: string
  /** The one clock; a test may move it. */
  now: Instant
  /** Lets everything go and drops the database. */
  end(): Promise<void>
}

export async function startCampaign(): Promise<Campaign> {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, () => undefined)
  const { db, pool } = database
  await db
    .insertInto('host')
    .values({
      epoch: 'epoch-one',
      campaign: '测试活动',
      area: '420325',
      office_name: '活动办公室',
      office_telephone: '',
      filing_number: '',
      secret: 'a secret of tests only, long enough to sign with',
    })
    .execute()
  await db
    .insertInto('villages')
    .values([
      { code: gaoqiao, name: '高桥村', town: '化龙堰镇' },
      { code: otherVillage, name: '上湾村', town: '化龙堰镇' },
    ])
    .execute()
  const auth = openAuth(pool, 'a secret of tests only, long enough to sign with')
  const appFolder = await mkdtemp(join(tmpdir(), 'wuxin-app-'))
  const campaign: Campaign = {
    now: asInstant('2026-04-17T02:00:00Z'),
    databaseUrl: fresh.url,
    appFolder,
    context: {
      db,
      pool,
      databaseUrl: fresh.url,
      clock: () => campaign.now,
      auth,
      actorOf: openActors({ db, auth }),
      log: pino({ level: process.env['WUXIN_LOG'] ?? 'silent' }),
    },
    app: undefined as unknown as App,
    async end() {
      await campaign.app.close()
      await database.close()
      await fresh.drop()
      await rm(appFolder, { recursive: true, force: true })
    },
  }
  return Object.assign(campaign, { app: await buildApp(campaign.context, appFolder) })
}

/** Makes a person with an account; the user name is the role unless another is given. */
export async function enlist(
  { context }: Campaign,
  person: Pick<NewPerson, 'role' | 'name'> & { readonly username?: string },
): Promise<PersonId> {
  const made = await createPerson(context, { username: person.role, password, ...person })
  if (!made.ok) throw new Error(made.because)
  return made.value
}

type Days = { readonly from?: string; readonly until?: string | null }

/** Puts people and villages into one team between two days (from the beginning of 2026, with no end, unless said). */
export async function makeTeam(
  { context: { db } }: Campaign,
  people: readonly PersonId[],
  villages: readonly VillageCode[],
  { from = '2026-01-01', until = null }: Days = {},
): Promise<void> {
  const id = `team-${crypto.randomUUID()}`
  const days = { from_on: from, until_on: until }
  await db.insertInto('teams').values({ id, name: '工作队' }).execute()
  await db
    .insertInto('team_people')
    .values(people.map(person_id => ({ team_id: id, person_id, ...days })))
    .execute()
  await db
    .insertInto('team_villages')
    .values(villages.map(village_code => ({ team_id: id, village_code, ...days })))
    .execute()
}

export async function giveTask(
  { context: { db } }: Campaign,
  person: PersonId,
  task: 'village' | 'department' | 'area',
  reaches: string,
  { from = '2026-01-01', until = null }: Days = {},
): Promise<void> {
  await db
    .insertInto('tasks')
    .values({ person_id: person, task, reaches, from_on: from, until_on: until })
    .execute()
}

/** Signs somebody in; the cookie goes with every later request. */
export async function signIn(
  { app }: Pick<Campaign, 'app'>,
  username: string,
  word = password,
): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: word },
  })
  if (answer.statusCode !== 200) throw new Error(`signing in: ${answer.statusCode} ${answer.body}`)
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

/** The signed-in person as the server sees them. */
export async function whoIs({ app }: Pick<Campaign, 'app'>, cookie: string): Promise<Actor> {
  const answer = await app.inject({ url: '/api/me', headers: { cookie } })
  return answer.json<{ actor: Actor }>().actor
}
