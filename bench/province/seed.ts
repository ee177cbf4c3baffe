import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Actor } from '#domain/access/grants.ts'
import { addDays, dayOf, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { asId, type PersonId, type VillageCode } from '#domain/base/ids.ts'
import type { Village } from '#domain/villages/village.ts'
import { openAuth, sessionSeconds } from '#server/accounts/auth.ts'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { chanceFrom } from './chance.ts'
import { makeTeams, type Team, type Visitor } from './people.ts'
import { villagesFor, type ProvincePlan } from './plan.ts'
import { copyTeams, copyVillage } from './rows.ts'
import { liveVillage } from './village-log.ts'

/** A province that lies in a database, and everything a load on it needs to know. */
export type Province = {
  readonly villages: readonly VillageCode[]
  readonly households: number
  readonly changes: number
  readonly teams: readonly Team[]
  readonly visitors: readonly Visitor[]
  readonly secret: string
  readonly epoch: string
}

/** The password of every visitor of the province. */
export const provincePassword = 'wuxin-2026'

const tellEvery = 50

/** Lays a province into an empty database. `tell` hears how far it is. */
export async function seedProvince(
  url: string,
  plan: ProvincePlan,
  now: Instant,
  tell: (line: string) => void,
): Promise<Province> {
  await migrate(url)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await laidBy(client, { url, plan, now, tell })
  } finally {
    await client.end()
  }
}

type Laying = {
  readonly url: string
  readonly plan: ProvincePlan
  readonly now: Instant
  readonly tell: (line: string) => void
}

async function laidBy(client: Client, { url, plan, now, tell }: Laying): Promise<Province> {
  const chance = chanceFrom(plan.seed)
  const from = addDays(dayOf(now), -60)
  const villages = villagesFor(plan)
  const teams = makeTeams(
    villages.map(({ code }) => code),
    plan,
    from,
    chance,
  )
  const host = { secret: randomBytes(32).toString('base64url'), epoch: randomUUID() }
  await client.query(
    `insert into host (epoch, campaign, area, secret) values ($1, '万名干部进万村入万户', '42', $2)`,
    [host.epoch, host.secret],
  )
  let changes = 0
  const teamOf = new Map(teams.flatMap(team => team.villages.map(code => [code, team] as const)))
  for (const [at, village] of villages.entries()) {
    const log = liveVillage({ ...toldOf(village, teamOf.get(village.code), plan), today: dayOf(now) }, chance)
    await inOneTransaction(client, () => copyVillage(client, village, log))
    changes += log.head
    if ((at + 1) % tellEvery === 0) tell(`${at + 1} of ${villages.length} villages laid`)
  }
  const password = await hashedBy(url, host.secret)
  const until = instantOf(millisecondsOf(now) + sessionSeconds * 1000)
  await inOneTransaction(client, () => copyTeams(client, teams, { from, now, until, password }))
  await client.query('vacuum (analyze)')
  await client.query('checkpoint')
  const visitors = teams.flatMap(team => team.visitors)
  const households = villages.length * plan.householdsEach
  return { villages: villages.map(({ code }) => code), households, changes, teams, visitors, ...host }
}

function toldOf({ code }: Village, team: Team | undefined, plan: ProvincePlan) {
  const [first, ...others] = (team?.visitors ?? []).map(({ actor }) => actor)
  // A village without visitors of its own is told in the office's name, who may register and nothing more.
  if (first === undefined) throw new Error(`nobody works in ${code}`)
  const visitors: readonly [Actor, ...Actor[]] = [first, ...others]
  return { village: code, households: plan.householdsEach, needsEach: plan.needsEach, office, visitors }
}

const office: Actor = {
  id: asId<PersonId>('province-office'),
  name: '县活动办公室',
  role: 'office',
  grants: [{ is: 'area', prefix: '42', from: dayOf(instantOf(0)), until: null }],
}

async function inOneTransaction(client: Client, act: () => Promise<void>): Promise<void> {
  await client.query('begin')
  await act()
  await client.query('commit')
}

/** The password's digest, made once by the accounts library and the same for all. */
async function hashedBy(url: string, secret: string): Promise<string> {
  const database = openDatabase(url, () => undefined, 1)
  try {
    return await (await openAuth(database.pool, secret).$context).password.hash(provincePassword)
  } finally {
    await database.close()
  }
}
