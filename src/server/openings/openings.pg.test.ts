import type { OpeningsAnswer } from '#domain/campaigns/desk-answers.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { asId, type DeviceId, type OpeningId } from '#domain/base/ids.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { append } from '#server/log/append.ts'
import { register, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'
import { keepOpenings } from './keep.ts'

let campaign: Campaign
beforeEach(async () => {
  campaign = await startCampaign()
  const { db } = campaign.context
  const visitor = await enlist(campaign, { role: 'visitor', name: '周敏' })
  await makeTeam(campaign, [visitor], [gaoqiao])
  const actor = await loadActor(db, visitor)
  if (actor === null) throw new Error('nobody')
  const now = asInstant('2026-04-16T06:00:00Z')
  const sender = { actor, device: asId<DeviceId>('device-0001'), now }
  await append(db, gaoqiao, [{ change: register(), diary: null }], sender)
  const opening = {
    id: asId<OpeningId>('opening-01'),
    village: gaoqiao,
    household: wangFamily,
    why: 'prepare' as const,
    openedAt: now,
  }
  await keepOpenings(db, gaoqiao, [opening], { person: actor, now })
})
afterEach(() => campaign.end())

const privacyOfficer = async () => {
  const person = await enlist(campaign, { role: 'privacy-officer', name: '沈思' })
  await giveTask(campaign, person, 'area', '420325')
  return signIn(campaign, 'privacy-officer')
}

const read = (cookie: string, asked: string) =>
  campaign.app.inject({ url: `/api/openings${asked}`, headers: { cookie } })

describe('who looked', () => {
  test('[H22] the privacy officer reads who opened which family, when and why, and that the chain is whole', async () => {
    const cookie = await privacyOfficer()
    expect((await read(cookie, '/villages')).json()).toMatchObject([{ code: gaoqiao }])
    const answer = (await read(cookie, `?village=${gaoqiao}&household=${wangFamily}`)).json<OpeningsAnswer>()
    expect(answer.chain).toBe('whole')
    expect(answer.openings).toMatchObject([
      { family: '王守田', person: '周敏', role: 'visitor', why: 'prepare' },
    ])
  })

  test('[H22] an opening taken out is seen', async () => {
    await campaign.context.db.deleteFrom('openings').execute()
    const answer = (await read(await privacyOfficer(), `?village=${gaoqiao}`)).json<OpeningsAnswer>()
    expect(answer).toEqual({ chain: 'broken', openings: [] })
  })

  test('nothing finds a person: a village is always asked for; a visitor is refused', async () => {
    const cookie = await privacyOfficer()
    expect((await read(cookie, '?person=周敏')).statusCode).toBe(400)
    expect((await read(cookie, '?village=110101001001')).statusCode).toBe(403)
    expect((await read(await signIn(campaign, 'visitor'), `?village=${gaoqiao}`)).statusCode).toBe(403)
  })
})
