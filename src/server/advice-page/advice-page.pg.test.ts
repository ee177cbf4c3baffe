import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, instantOf, millisecondsOf, asInstant } from '#domain/base/days.ts'
import { asId, type PersonId, type VisitId } from '#domain/base/ids.ts'
import type { AdviceLink, AdviceLinkMade } from '#domain/visits/advice-links.ts'
import { change, fuFamily, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import { settleVillage, write } from '#test/server/household-card.ts'

const [first, second] = ['visit-0101', 'visit-0102'].map(text => asId<VisitId>(text)) as [VisitId, VisitId]
const visits = [
  { household: wangFamily, visit: first },
  { household: fuFamily, visit: second },
]

let campaign: t.Campaign
let visitor: PersonId
let cookie: string
beforeEach(async () => {
  campaign = await t.startCampaign()
  campaign.now = asInstant('2026-04-16T11:30:00Z')
  ;({ visitor } = await settleVillage(campaign))
  const planned = { on: addDays(today, 1), time: 'after-supper' as const, companions: ['田建国'] }
  await write(
    campaign,
    visitor,
    change('visit.plan', { ...planned, visit: first, purpose: '把镇里的答复讲给他家听' }),
    change('visit.plan', { ...planned, visit: second, purpose: '坐坐' }, { household: fuFamily }),
  )
  cookie = await t.signIn(campaign, 'visitor')
})
afterEach(() => campaign.end())

const post = (url: string, payload: object, as = cookie) =>
  campaign.app.inject({ method: 'POST', url, headers: { cookie: as }, payload })
const make = async (asked: object = {}) =>
  post('/api/advice-links', { village: gaoqiao, saidBy: '刘玉兰，妇女主任', visits, ...asked })
const made = async () => {
  const { address, link } = (await make()).json<AdviceLinkMade>()
  return { path: new URL(address).pathname, link }
}
const say = (path: string, said: Record<string, string>) =>
  campaign.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(said).toString(),
  })
const open = (path: string) => campaign.app.inject({ url: path })
const adviceOf = async (household: string) =>
  (
    await campaign.context.db
      .selectFrom('households')
      .select('state')
      .where('household_id', '=', household)
      .executeTakeFirstOrThrow()
  ).state.visits.at(-1)?.advice

describe('a link with a one-day code', () => {
  test('[H2] [S14] shows whose door, when and who comes, and nothing else; what is said stands in the named one’s name, dated', async () => {
    const { path } = await made()
    expect(path).toMatch(/^\/a(\/|$)([0-9A-Z]{4}-?){4}$/)
    const page = (await open(path)).body
    expect(page).toContain('王守田家')
    expect(page).toContain('明天晚饭后，周敏、田建国去。')
    for (const word of ['塘边', '镇里的答复', '<script', 'household-', '电话号码'])
      expect(page).not.toContain(word)
    const answered = await say(`${path}/1`, { when: 'after-supper', words: '先喊一声狗', leaveAlone: 'yes' })
    expect([answered.statusCode, answered.headers.location]).toEqual([303, path])
    expect(await adviceOf(wangFamily)).toMatchObject([
      {
        saidBy: '刘玉兰，妇女主任',
        via: 'link',
        saidOn: today,
        expiresOn: addDays(today, 90),
        when: 'after-supper',
        words: '先喊一声狗',
        leaveAlone: 'yes',
      },
    ])
    const again = (await open(path)).body
    expect(again).toContain('他家您说过了')
    expect(again).not.toContain('先喊一声狗')
  })

  test('[H2] [S1] a family is told of once; when all is said the link shows no name any more', async () => {
    const { path } = await made()
    await say(`${path}/1`, { words: '一句' })
    expect((await say(`${path}/1`, { words: '另一句' })).statusCode).toBe(303)
    expect(await adviceOf(wangFamily)).toMatchObject([{ words: '一句' }])
    await say(`${path}/2`, { words: '两句' })
    const page = (await open(path)).body
    expect(page).toContain('都说到了')
    expect(page).not.toContain('王守田')
  })

  test('[H2] it opens for a day, until it is taken back, and only while who made it has the task', async () => {
    const { path, link } = await made()
    expect((await say(`${path}/1`, {})).statusCode).toBe(400)
    expect((await say(`${path}/9`, { words: '一句' })).statusCode).toBe(409)
    campaign.now = instantOf(millisecondsOf(campaign.now) + 86_399_000)
    expect((await open(path)).statusCode).toBe(200)
    campaign.now = instantOf(millisecondsOf(campaign.now) + 1_000)
    expect((await open(path)).statusCode).toBe(404)
    campaign.now = instantOf(millisecondsOf(campaign.now) - 3_600_000)
    expect(
      (await campaign.app.inject({ url: '/api/advice-links', headers: { cookie } })).json(),
    ).toMatchObject([
      {
        link,
        saidBy: '刘玉兰，妇女主任',
        answered: 0,
        visits: [first, second],
      } satisfies Partial<AdviceLink>,
    ])
    await post('/api/advice-links/revoke', { link })
    expect((await open(path)).statusCode).toBe(404)
    const other = await made()
    await campaign.context.db.updateTable('team_people').set({ until_on: '2026-04-16' }).execute()
    campaign.now = instantOf(millisecondsOf(campaign.now) + 3_600_000)
    expect((await say(`${other.path}/1`, { words: '一句' })).statusCode).toBe(409)
  })

  test('[H2] what is kept of a link opens none; wrong codes are told off before long', async () => {
    const { path } = await made()
    const code = path.slice(3)
    const rows = await campaign.context.pool.query('select t::text as row from advice_links t')
    expect(JSON.stringify(rows.rows)).not.toContain(code)
    for (let tries = 0; tries < 10; tries++)
      expect((await open('/a/0000-1111-2222-3333')).statusCode).toBe(404)
    expect((await open('/a/0000-1111-2222-3333')).statusCode).toBe(429)
  })

  test('[S12] nobody asks about a village that is not theirs, nor about a visit that is not planned', async () => {
    expect((await make({ village: otherVillage })).statusCode).toBe(403)
    const astray = { visits: [{ household: wangFamily, visit: 'visit-9999' }] }
    expect((await make(astray)).json()).toMatchObject({ because: 'visit-not-here' })
    expect((await make({ visits: [] })).statusCode).toBe(400)
    const anybody = await campaign.app.inject({ method: 'POST', url: '/api/advice-links', payload: {} })
    expect(anybody.statusCode).toBe(401)
  })
})
