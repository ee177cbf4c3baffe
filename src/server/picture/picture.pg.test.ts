import type { PictureAnswer } from '#domain/campaigns/desk-answers.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Totals } from '#domain/needs/totals.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await startCampaign()
  await setTotals(gaoqiao, {
    'stage:heard:infrastructure': 12,
    'stage:answered:disputes': 3,
    'stage:solved:hardship': 9,
    'open-since:2026-04-10': 15,
  })
  await setTotals(otherVillage, {
    'stage:heard:disputes': 8,
    'stage:answered:disputes': 6,
    'stage:heard:infrastructure': 20,
    'open-since:2026-01-10': 34,
  })
})
afterEach(() => campaign.end())

const setTotals = (code: string, totals: Totals) =>
  campaign.context.db
    .updateTable('villages')
    .set({ totals: JSON.stringify(totals) as never })
    .where('code', '=', code)
    .execute()

const look = async (cookie: string, under = '') => {
  const answer = await campaign.app.inject({ url: `/api/picture${under}`, headers: { cookie } })
  return { status: answer.statusCode, body: answer.json<PictureAnswer & { because?: string }>() }
}

const office = async () => {
  const person = await enlist(campaign, { role: 'office', name: '柳文清' })
  await giveTask(campaign, person, 'area', '420325')
  return signIn(campaign, 'office')
}

const leader = async () => {
  const person = await enlist(campaign, { role: 'team-leader', name: '何岚' })
  await makeTeam(campaign, [person], [gaoqiao])
  return signIn(campaign, 'team-leader')
}

describe('the picture', () => {
  test('the office reads the sums of its area, place by place', async () => {
    const { body } = await look(await office())
    expect(body).toMatchObject({
      place: { code: '420325', name: '房县' },
      towns: 1,
      villages: 2,
      smallHidden: true,
      picture: { stages: { heard: 58, solved: 9 }, open: 49 },
    })
    expect(body.table?.rows.map(({ name, cells }) => [name, ...cells])).toEqual([['化龙堰镇', 32, 17]])
  })

  test('one step down, a village of three disputes is hidden, and what would give it away', async () => {
    const cookie = await office()
    const { body } = await look(cookie, `?under=${gaoqiao.slice(0, 9)}`)
    expect(body.above).toEqual([{ code: '420325', name: '房县' }])
    const disputes = body.table?.categories.indexOf('disputes') ?? -1
    expect(body.table?.rows.map(({ cells }) => cells[disputes])).toEqual([null, null])
    const { body: village } = await look(cookie, `?under=${gaoqiao}`)
    expect(village.table).toBe(null)
    expect(village.picture.pools.awaiting).toBe(null)
  })

  test('[S14] a leader reads the own villages only, and every number of theirs', async () => {
    const cookie = await leader()
    const { body } = await look(cookie)
    expect(body).toMatchObject({
      villages: 1,
      smallHidden: false,
      picture: { pools: { awaiting: 3 }, open: 15 },
    })
    expect((await look(cookie, `?under=${otherVillage}`)).status).toBe(403)
  })

  test('outside its area the office reads nothing', async () => {
    expect((await look(await office(), '?under=42')).body.because).toBe('outside-grants')
    expect(
      (await look(await office().catch(() => signIn(campaign, 'office')), '?under=4203%25')).status,
    ).toBe(400)
  })

  test('a visitor is refused with a sentence, and who is not signed in is asked to', async () => {
    await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '周敏' })], [gaoqiao])
    const refused = await campaign.app.inject({
      url: '/api/picture',
      headers: { cookie: await signIn(campaign, 'visitor') },
    })
    expect(refused.statusCode).toBe(403)
    expect(refused.json<{ says: Record<string, string> }>().says['zh-CN']).toContain('任务')
    expect((await campaign.app.inject({ url: '/api/picture' })).statusCode).toBe(401)
  })

  test('[H10] [F3] no person is in the answer: not an id, not a name', async () => {
    const person = await leader()
    const text = JSON.stringify((await look(person)).body)
    expect(text).not.toMatch(/何岚|owner|person|visitor|actor/)
  })
})
