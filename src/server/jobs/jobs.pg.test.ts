import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, asInstant, type Day } from '#domain/base/days.ts'
import { asId, type DeviceId, type NeedId, type VisitId } from '#domain/base/ids.ts'
import type { Change } from '#sync/change.ts'
import { change, register, today } from '#test/builders/changes.ts'
import { gaoqiao, zhouMin } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import { append } from '../log/append.ts'
import { verifyVillage } from '../log/verify.ts'
import { forgetWhatIsOver } from './forget.ts'
import { startJobs } from './jobs.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
})
afterEach(() => campaign.end())

const [first, second] = ['visit-0001', 'visit-0002'].map(text => asId<VisitId>(text)) as [VisitId, VisitId]

const send = async (change: Change, diary: string | null = null) => {
  const sender = { actor: zhouMin, device: asId<DeviceId>('device-0001'), now: campaign.now }
  const [verdict] = await append(campaign.context.db, gaoqiao, [{ change, diary }], sender)
  expect(verdict).toMatchObject({ ok: true })
}

const plan = (visit: VisitId, on: Day) =>
  change('visit.plan', { visit, on, time: null, purpose: '坐坐', companions: [] })
const advice = (visit: VisitId, words: string) =>
  change('advice.give', {
    visit,
    saidBy: '刘玉兰',
    via: 'paper',
    saidOn: today,
    when: null,
    address: '',
    mindful: '',
    words,
    leaveAlone: 'no',
  })
const held = (visit: VisitId) =>
  change('visit.record', { visit, on: today, time: null, companions: [], outcome: { is: 'held' } })

const words = async () =>
  JSON.stringify(await campaign.context.db.selectFrom('changes').select('body').execute())
const stories = async () =>
  (await campaign.context.db.selectFrom('diaries').select('visit_id').execute()).map(one => one.visit_id)

async function untilNoStory(): Promise<void> {
  for (let tries = 0; (await stories()).length > 0 && tries < 100; tries++) await setTimeout(100)
  expect(await stories()).toEqual([])
}

test('[H2] the night takes advice whose visit has closed; what is still to come stays for ninety days', async () => {
  campaign.now = asInstant('2026-04-16T12:00:00Z')
  await send(register())
  for (const visit of [first, second]) {
    await send(plan(visit, addDays(today, 1)))
    await send(advice(visit, visit === first ? '喊她名字就好' : '天擦黑再去'))
  }
  await send(held(first))
  await forgetWhatIsOver(campaign.context)
  expect(await words()).toContain('喊她名字')
  campaign.now = asInstant('2026-04-17T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  expect(await words()).not.toContain('喊她名字')
  expect(await words()).toContain('天擦黑')
  expect(await verifyVillage(campaign.context.db, gaoqiao)).toMatchObject({ is: 'sound' })
  campaign.now = asInstant('2026-07-14T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  expect(await words()).toContain('天擦黑')
  campaign.now = asInstant('2026-07-15T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  expect(await words()).not.toContain('天擦黑')
  expect(await verifyVillage(campaign.context.db, gaoqiao)).toMatchObject({ is: 'sound' })
})

test('[H8] [H9] a story nothing came of goes after 180 days; one from which a need was taken stays', async () => {
  campaign.now = asInstant('2026-04-16T12:00:00Z')
  await send(register())
  await send(held(first), '守田叔在劈柴')
  await send(held(second), '门口那截路')
  await send(
    change('need.raise', {
      need: asId<NeedId>('need-road-01'),
      words: '门口那截路',
      saidBy: '',
      quote: '',
      category: 'infrastructure',
      level: 'household',
      visit: second,
      heardOn: today,
    }),
  )
  campaign.now = asInstant('2026-10-12T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  expect(await stories()).toEqual([first, second])
  campaign.now = asInstant('2026-10-14T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  expect(await stories()).toEqual([second])
})

test('[H2] advice that was refused loses its words too', async () => {
  campaign.now = asInstant('2026-04-16T12:00:00Z')
  await send(register())
  await send(plan(first, today))
  await send(held(first))
  const late = advice(first, '来晚了的话')
  const sender = { actor: zhouMin, device: asId<DeviceId>('device-0001'), now: campaign.now }
  const [verdict] = await append(campaign.context.db, gaoqiao, [{ change: late, diary: null }], sender)
  expect(verdict).toMatchObject({ because: 'visit-over' })
  campaign.now = asInstant('2026-04-17T19:17:00Z')
  await forgetWhatIsOver(campaign.context)
  const refused = await campaign.context.db.selectFrom('refusals').select('change').execute()
  expect(refused).toEqual([{ change: null }])
})

test('[H2] [H8] what cannot be taken away does not keep the rest, and is said to be left', async () => {
  campaign.now = asInstant('2026-04-16T12:00:00Z')
  await send(register())
  await send(held(first), '守田叔在劈柴')
  campaign.now = asInstant('2027-04-17T19:17:00Z')
  await campaign.context.pool.query('drop table voice_pieces, voices')
  await expect(forgetWhatIsOver(campaign.context)).rejects.toThrow('1 of')
  expect(await stories()).toEqual([])
})

test('[H8] a house that was shut for long forgets as soon as it opens', async () => {
  campaign.now = asInstant('2026-04-16T12:00:00Z')
  await send(register())
  await send(held(first), '守田叔在劈柴')
  campaign.now = asInstant('2027-04-17T19:17:00Z')
  const jobs = await startJobs(campaign.context)
  await untilNoStory()
  await jobs.close()
})

test('the jobs run in a schema of their own, by the database’s queue, and stop when asked', async () => {
  const jobs = await startJobs(campaign.context)
  const { pool } = campaign.context
  await send(register())
  await send(held(first), '守田叔在劈柴')
  campaign.now = asInstant('2027-04-17T19:17:00Z')
  await pool.query(`select graphile_worker.add_job('forget')`)
  await untilNoStory()
  const { rows } = await pool.query(`select identifier from graphile_worker._private_known_crontabs`)
  expect(rows).toEqual([{ identifier: 'forget' }])
  await jobs.close()
})
