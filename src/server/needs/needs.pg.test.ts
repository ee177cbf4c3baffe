import { afterEach, beforeEach, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import type { NeedLine } from '#domain/campaigns/desk-answers.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { append } from '#server/log/append.ts'
import { agree, raise, register, road } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { enlist, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await startCampaign()
  const leader = await enlist(campaign, { role: 'team-leader', name: '何岚' })
  await makeTeam(campaign, [leader], [gaoqiao])
  const actor = await loadActor(campaign.context.db, leader)
  if (actor === null) throw new Error('nobody')
  const sender = { actor, device: asId<DeviceId>('device-0001'), now: asInstant('2026-04-16T06:00:00Z') }
  const changes = [register(), raise(road), agree(road)]
  await append(
    campaign.context.db,
    gaoqiao,
    changes.map(change => ({ change, diary: null })),
    sender,
  )
})
afterEach(() => campaign.end())

const list = async (username: string) =>
  campaign.app.inject({ url: '/api/needs', headers: { cookie: await signIn(campaign, username) } })

test('[H13] the leader lists the needs of the own villages, and how each stands', async () => {
  const answer = await list('team-leader')
  expect(answer.json<readonly NeedLine[]>()).toMatchObject([
    {
      need: road,
      family: '王守田',
      villageName: '高桥村',
      standing: { is: 'lying', days: 1 },
      untold: false,
    },
  ])
})

test('[H10] nobody is named in the list who has a need in hand', async () => {
  expect((await list('team-leader')).body).not.toMatch(/何岚|owner/)
})

test('[S14] another team’s leader lists nothing of it, and a visitor gets 403 with a sentence', async () => {
  const other = await enlist(campaign, { role: 'team-leader', name: '胡远', username: 'other' })
  await makeTeam(campaign, [other], [otherVillage])
  expect((await list('other')).json()).toEqual([])
  await makeTeam(campaign, [await enlist(campaign, { role: 'visitor', name: '周敏' })], [gaoqiao])
  const refused = await list('visitor')
  expect([refused.statusCode, refused.body.includes('任务')]).toEqual([403, true])
})
