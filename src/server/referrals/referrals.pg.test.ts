import type { OpenedReferral, Queue } from '#domain/campaigns/desk-answers.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asDay, asInstant } from '#domain/base/days.ts'
import { asId, type DepartmentId, type DeviceId } from '#domain/base/ids.ts'
import type { Change } from '#sync/change.ts'
import { append } from '#server/log/append.ts'
import { loadActor } from '#server/accounts/actor.ts'
import { change, raise, register, road, water } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlist, giveTask, makeTeam, signIn, startCampaign, type Campaign } from '#test/server/campaign.ts'

const bureau = asId<DepartmentId>('agriculture')
const device = asId<DeviceId>('device-0001')
const on = asDay('2026-04-16')

let campaign: Campaign
beforeEach(async () => {
  campaign = await startCampaign()
  const { db } = campaign.context
  await db
    .insertInto('departments')
    .values([
      { id: bureau, name: '县农业农村局' },
      { id: 'water-bureau', name: '县水利和湖泊局' },
    ])
    .execute()
  const visitor = await enlist(campaign, { role: 'visitor', name: '孙立平' })
  await makeTeam(campaign, [visitor], [gaoqiao])
  const officer = await enlist(campaign, { role: 'department-officer', name: '何强' })
  await giveTask(campaign, officer, 'department', bureau)
  await write(
    visitor,
    register(),
    raise(road),
    raise(water),
    change('need.agree', { need: road, agreedOn: on, mayTell: '核桃树叶子发黑', keepBack: '欠账的事' }),
    change('need.refer', {
      need: road,
      on,
      department: bureau,
      departmentName: '县农业农村局',
      told: '核桃树叶子发黑，请人看一眼。',
    }),
  )
})
afterEach(() => campaign.end())

async function write(person: Parameters<typeof loadActor>[1], ...changes: readonly Change[]): Promise<void> {
  const actor = await loadActor(campaign.context.db, person)
  if (actor === null) throw new Error('nobody')
  const sender = { actor, device, now: asInstant('2026-04-16T06:00:00Z') }
  const pushed = changes.map(one => ({ change: one, diary: null }))
  const verdicts = await append(campaign.context.db, gaoqiao, pushed, sender)
  expect(verdicts.filter(verdict => !verdict.ok)).toEqual([])
}

const get = async <Answer>(cookie: string, path = '') => {
  const answer = await campaign.app.inject({ url: `/api/referrals${path}`, headers: { cookie } })
  return { status: answer.statusCode, text: answer.body, body: answer.json<Answer>() }
}

describe('a department’s desk', () => {
  test('[H17] the officer reads what the household agreed may be told, and by when to say whose it is', async () => {
    const { body } = await get<Queue>(await signIn(campaign, 'department-officer'))
    expect(body.departments).toEqual(['县农业农村局'])
    expect(body.referrals).toMatchObject([
      {
        need: road,
        family: '王守田',
        told: '核桃树叶子发黑，请人看一眼。',
        villageName: '高桥村',
        state: { is: 'offered' },
        due: { on: '2026-04-20', what: 'say' },
        handleBy: '2026-04-24',
      },
    ])
  })

  test('[S14] nothing else of the family leaves the server: no other need, no story, no fact, nothing held back', async () => {
    const cookie = await signIn(campaign, 'department-officer')
    for (const { text } of [await get(cookie), await get(cookie, `/${gaoqiao}/${road}`)]) {
      expect(text).not.toContain(water)
      expect(text).not.toContain('欠账')
      expect(text).not.toContain('塘边第三家')
      expect(text).not.toContain('门口那截路')
    }
  })

  test('[H22] opening one is written down with who, when and why', async () => {
    const { body } = await get<OpenedReferral>(
      await signIn(campaign, 'department-officer'),
      `/${gaoqiao}/${road}`,
    )
    expect(body.firstAsked.name).toBe('孙立平')
    const openings = await campaign.context.db.selectFrom('openings').selectAll().execute()
    expect(openings).toMatchObject([
      { person_name: '何强', role: 'department-officer', why: 'follow-up', household_id: 'household-wang' },
    ])
  })

  test('[S12] the acts go through the log: accepted over sync, the need is the officer’s', async () => {
    const cookie = await signIn(campaign, 'department-officer')
    const accept = change('referral.accept', {
      need: road,
      on: asDay('2026-04-17'),
      dueOn: asDay('2026-04-24'),
    })
    const answer = await campaign.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { cookie },
      payload: {
        wire: 1,
        device,
        epoch: null,
        changes: [{ change: { ...accept, happenedAt: campaign.now }, diary: null }],
        openings: [],
        villages: [],
      },
    })
    expect(answer.json<{ verdicts: unknown }>().verdicts).toMatchObject([{ ok: true }])
    const { body } = await get<Queue>(cookie)
    expect(body.referrals[0]).toMatchObject({
      state: { is: 'accepted', officer: { name: '何强' } },
      due: { on: '2026-04-24', what: 'handle' },
    })
  })

  test('[S14] an officer of another department sees and opens nothing', async () => {
    const other = await enlist(campaign, {
      role: 'department-officer',
      name: '韩志明',
      username: 'hanzhiming',
    })
    await giveTask(campaign, other, 'department', 'water-bureau')
    const cookie = await signIn(campaign, 'hanzhiming')
    expect((await get<Queue>(cookie)).body.referrals).toEqual([])
    expect((await get(cookie, `/${gaoqiao}/${road}`)).status).toBe(403)
    expect(await campaign.context.db.selectFrom('openings').selectAll().execute()).toEqual([])
  })

  test('a visitor gets 403 with a sentence', async () => {
    const { status, text } = await get(await signIn(campaign, 'visitor'))
    expect(status).toBe(403)
    expect(text).toContain('任务')
  })
})
