import Fastify from 'fastify'
import rateLimit from '@fastify/rate-limit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { routes } from '#server/http/routes.ts'
import * as t from '#test/server/campaign.ts'
import { breachesIn, breachesInRoute } from './closed-list.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
})
afterEach(() => campaign.end())

type Column = { readonly table_name: string; readonly column_name: string }

const columns = async (): Promise<readonly Column[]> =>
  (
    await campaign.context.pool.query<Column>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
    )
  ).rows

const breachesOfSchema = async () =>
  (await columns()).flatMap(({ table_name, column_name }) =>
    breachesIn(`${table_name}.${column_name}`, `${table_name} ${column_name}`),
  )

/** The accounts library asks for this column; a constraint keeps it empty (shown below). */
const keptEmpty = 'user.image'

test('[F1] [F3] [F4] [H10] no table and no column has a name of the closed list', async () => {
  expect((await columns()).length).toBeGreaterThan(100)
  expect((await breachesOfSchema()).filter(({ where }) => where !== keptEmpty)).toEqual([])
})

test('[F4] no photograph of a person can be stored', async () => {
  const id = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const put = campaign.context.pool.query('update "user" set image = $1 where id = $2', ['data:,', id])
  await expect(put).rejects.toMatchObject({ constraint: 'user_has_no_photograph' })
})

test('a planted table or column is caught', async () => {
  await campaign.context.pool.query(`
    create table visits_per_person (person_id text, hours int);
    alter table households add column risk_level text;
    alter table people add column "lastLogin" timestamptz, add column 积分 int`)
  const caught = new Set((await breachesOfSchema()).map(({ where }) => where))
  for (const where of [
    'visits_per_person.hours',
    'visits_per_person.person_id',
    'households.risk_level',
    'people.lastLogin',
    'people.积分',
  ])
    expect(caught).toContain(where)
})

test('[F1] [F3] [F4] [H10] no route searches all people, exports persons, or counts what a person did', async () => {
  const addresses: string[] = []
  const app = Fastify()
  await app.register(rateLimit, { global: false })
  app.addHook('onRoute', ({ method, url }) => void addresses.push(`${[method].flat().join('|')} ${url}`))
  for (const concept of routes) concept(app, campaign.context)
  await app.ready()
  await app.close()
  expect(addresses).toContain('POST /api/sync')
  expect(addresses.flatMap(breachesInRoute)).toEqual([])
})
