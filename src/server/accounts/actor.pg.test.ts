import { afterEach, beforeEach, expect, test } from 'vitest'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
})
afterEach(() => campaign.end())

test('[S12] a grant by a team reaches the days that person and village were both the team’s', async () => {
  const person = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const { db } = campaign.context
  await db.insertInto('teams').values({ id: 'team-one-1', name: '一队' }).execute()
  const team = { team_id: 'team-one-1' }
  await db
    .insertInto('team_people')
    .values([
      { ...team, person_id: person, from_on: '2026-03-01', until_on: '2026-04-30' },
      { ...team, person_id: person, from_on: '2026-06-01', until_on: null },
    ])
    .execute()
  await db
    .insertInto('team_villages')
    .values([
      { ...team, village_code: gaoqiao, from_on: '2026-04-10', until_on: null },
      { ...team, village_code: otherVillage, from_on: '2026-05-01', until_on: '2026-05-31' },
    ])
    .execute()
  const { grants } = await t.whoIs(campaign, await t.signIn(campaign, 'visitor'))
  expect(grants).toEqual([
    { is: 'team', team: 'team-one-1', village: gaoqiao, from: '2026-04-10', until: '2026-04-30' },
    { is: 'team', team: 'team-one-1', village: gaoqiao, from: '2026-06-01', until: null },
  ])
})

test('a cadre’s village, an officer’s department and an office’s area are grants of their own', async () => {
  const officer = await t.enlist(campaign, { role: 'department-officer', name: '韩志明' })
  await t.giveTask(campaign, officer, 'department', 'water-bureau', { until: '2026-12-31' })
  await t.giveTask(campaign, officer, 'village', gaoqiao)
  await t.giveTask(campaign, officer, 'area', '420325')
  const { grants } = await t.whoIs(campaign, await t.signIn(campaign, 'department-officer'))
  expect(grants).toEqual([
    { is: 'area', prefix: '420325', from: '2026-01-01', until: null },
    { is: 'department', department: 'water-bureau', from: '2026-01-01', until: '2026-12-31' },
    { is: 'village', village: gaoqiao, from: '2026-01-01', until: null },
  ])
})

test('a task given or ended counts at the very next request', async () => {
  const person = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  const cookie = await t.signIn(campaign, 'visitor')
  expect((await t.whoIs(campaign, cookie)).grants).toEqual([])
  await t.makeTeam(campaign, [person], [gaoqiao])
  expect((await t.whoIs(campaign, cookie)).grants).toHaveLength(1)
  await campaign.context.pool.query(`update team_people set until_on = '2026-04-16'`)
  expect((await t.whoIs(campaign, cookie)).grants).toMatchObject([{ until: '2026-04-16' }])
})

test('each role has its faces', async () => {
  const faces: Record<string, unknown> = {}
  for (const role of [
    'visitor',
    'team-leader',
    'village-cadre',
    'department-officer',
    'office',
    'privacy-officer',
  ] as const) {
    await t.enlist(campaign, { role, name: '某人' })
    const cookie = await t.signIn(campaign, role)
    faces[role] = (await campaign.app.inject({ url: '/api/me', headers: { cookie } })).json().faces
  }
  expect(faces).toEqual({
    visitor: ['phone'],
    'team-leader': ['phone', 'desk'],
    'village-cadre': ['phone'],
    'department-officer': ['desk'],
    office: ['desk'],
    'privacy-officer': ['desk'],
  })
})
