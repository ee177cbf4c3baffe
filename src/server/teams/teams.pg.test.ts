import type { PersonMade, TeamsAnswer } from '#domain/campaigns/desk-answers.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gaoqiao } from '#test/builders/people.ts'
import {
  enlist,
  giveTask,
  makeTeam,
  signIn,
  startCampaign,
  whoIs,
  type Campaign,
} from '#test/server/campaign.ts'

let campaign: Campaign
let cookie: string
beforeEach(async () => {
  campaign = await startCampaign()
  const office = await enlist(campaign, { role: 'office', name: '柳文清' })
  await giveTask(campaign, office, 'area', '420325')
  cookie = await signIn(campaign, 'office')
})
afterEach(() => campaign.end())

async function post<Answer>(url: string, payload: object, as = cookie) {
  const answer = await campaign.app.inject({ method: 'POST', url, headers: { cookie: as }, payload })
  return { status: answer.statusCode, text: answer.body, body: answer.json<Answer>() }
}

const days = { from: '2026-04-01', until: null }
const zhouMin = {
  name: '周敏',
  username: 'zhoumin',
  role: 'visitor',
  telephone: '13800000101',
  title: '县农业农村局',
}

describe('teams, people and villages', () => {
  test('the office makes a person, and the password told once opens the account', async () => {
    const { body } = await post<PersonMade>('/api/people', zhouMin)
    expect(await signIn(campaign, 'zhoumin', body.password)).not.toBe('')
    const listed = await campaign.app.inject({ url: '/api/teams', headers: { cookie } })
    expect(listed.body).not.toContain(body.password)
  })

  test('a person in a team of a village has its task between the days named', async () => {
    const { body: person } = await post<PersonMade>('/api/people', zhouMin)
    const { body: team } = await post<{ id: string }>('/api/teams', { name: '第七工作队' })
    await post(`/api/teams/${team.id}/people`, { person: person.id, ...days })
    await post(`/api/teams/${team.id}/villages`, {
      village: gaoqiao,
      from: '2026-04-10',
      until: '2026-06-30',
    })
    const actor = await whoIs(campaign, await signIn(campaign, 'zhoumin', person.password))
    expect(actor.grants).toMatchObject([
      { is: 'team', village: gaoqiao, from: '2026-04-10', until: '2026-06-30' },
    ])
    const listed = await campaign.app.inject({ url: '/api/teams', headers: { cookie } })
    expect(listed.json<TeamsAnswer>().teams).toMatchObject([
      { name: '第七工作队', people: [{ name: '周敏' }], villages: [{ code: gaoqiao }] },
    ])
  })

  test('a team that ends leaves nobody a task after its last day', async () => {
    const { body: person } = await post<PersonMade>('/api/people', zhouMin)
    const { body: team } = await post<{ id: string }>('/api/teams', { name: '第七工作队' })
    await post(`/api/teams/${team.id}/people`, { person: person.id, ...days })
    await post(`/api/teams/${team.id}/villages`, { village: gaoqiao, ...days })
    await post(`/api/teams/${team.id}/end`, { on: '2026-04-30' })
    const actor = await whoIs(campaign, await signIn(campaign, 'zhoumin', person.password))
    expect(actor.grants).toMatchObject([{ until: '2026-04-30' }])
  })

  test('what cannot be is refused with its word: a name in use, a last day before the first, a village elsewhere', async () => {
    await post('/api/people', zhouMin)
    expect(await post('/api/people', zhouMin)).toMatchObject({
      status: 422,
      body: { because: 'username-taken' },
    })
    const { body: team } = await post<{ id: string }>('/api/teams', { name: '第七工作队' })
    const backwards = { village: gaoqiao, from: '2026-04-10', until: '2026-04-01' }
    expect(await post(`/api/teams/${team.id}/villages`, backwards)).toMatchObject({
      body: { because: 'until-before-from' },
    })
    expect((await post(`/api/teams/${team.id}/villages`, { village: '110101001001', ...days })).status).toBe(
      403,
    )
    expect((await post('/api/teams', { name: '' })).status).toBe(400)
  })

  test('departments with their telephones are there for everybody who is signed in', async () => {
    await post('/api/departments', { name: '县农业农村局', telephone: '0719-3200013' })
    await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '胡远' })], [gaoqiao])
    const visitor = await signIn(campaign, 'visitor')
    const answer = await campaign.app.inject({ url: '/api/departments', headers: { cookie: visitor } })
    expect(answer.json()).toMatchObject([{ name: '县农业农村局', telephone: '0719-3200013' }])
    expect((await campaign.app.inject({ url: '/api/departments' })).statusCode).toBe(401)
  })

  test('a visitor makes nobody and nothing: 403 with a sentence', async () => {
    await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '胡远' })], [gaoqiao])
    const visitor = await signIn(campaign, 'visitor')
    for (const [url, body] of [
      ['/api/teams', { name: '我们队' }],
      ['/api/people', zhouMin],
      ['/api/departments', { name: '某局', telephone: '' }],
    ] as const) {
      const { status, text } = await post(url, body, visitor)
      expect([status, text.includes('任务')]).toEqual([403, true])
    }
  })
})
