import { afterEach, beforeEach, expect, test } from 'vitest'
import { asInstant, type Instant } from '#domain/base/days.ts'
import { asId, type DeviceId, type PersonId } from '#domain/base/ids.ts'
import type { DeviceLine } from '#domain/campaigns/desk-answers.ts'
import type { Change } from '#sync/change.ts'
import type { DeviceReport, SyncAnswer, SyncRequest } from '#sync/wire.ts'
import { raise, register } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { syncRequestWith, wellReport } from '#test/builders/requests.ts'
import * as t from '#test/server/campaign.ts'

let campaign: t.Campaign
let visitor: PersonId
let stranger: PersonId
let phone: string
beforeEach(async () => {
  campaign = await t.startCampaign()
  visitor = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  stranger = await t.enlist(campaign, { role: 'visitor', name: '胡远', username: 'huyuan' })
  const leader = await t.enlist(campaign, { role: 'team-leader', name: '何岚' })
  await t.makeTeam(campaign, [visitor, leader], [gaoqiao])
  await t.makeTeam(campaign, [stranger], [otherVillage])
  await t.giveTask(campaign, await t.enlist(campaign, { role: 'office', name: '柳文清' }), 'area', '420325')
  phone = await t.signIn(campaign, 'visitor')
})
afterEach(() => campaign.end())

const device = asId<DeviceId>('device-0001')
const hour = 3_600_000

const post = (cookie: string, said: Partial<SyncRequest>, headers: Readonly<Record<string, string>> = {}) =>
  campaign.app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { ...(cookie === '' ? {} : { cookie }), ...headers },
    payload: syncRequestWith(said),
  })

const sync = async (cookie: string, said: Partial<SyncRequest> = {}): Promise<SyncAnswer> => {
  const answer = await post(cookie, said)
  expect(answer.statusCode).toBe(200)
  return answer.json<SyncAnswer>()
}

const sending = (...changes: readonly Change[]) => changes.map(change => ({ change, diary: null }))
const reporting = (said: Partial<DeviceReport>) => ({ report: { ...wellReport, ...said } })

const devicesFor = async (role: string): Promise<readonly DeviceLine[]> => {
  const cookie = await t.signIn(campaign, role)
  const answer = await campaign.app.inject({ url: '/api/devices', headers: { cookie } })
  expect(answer.statusCode).toBe(200)
  return answer.json<readonly DeviceLine[]>()
}

const revoke = async (role: string, person: PersonId, which: DeviceId = device) => {
  const cookie = await t.signIn(campaign, role)
  return campaign.app.inject({
    method: 'POST',
    url: '/api/devices/revoke',
    headers: { cookie },
    payload: { person, device: which },
  })
}

const pass = (milliseconds: number) => {
  campaign.now = new Date(Date.parse(campaign.now) + milliseconds).toISOString() as Instant
}

test('[H10] [F1] of a phone its last good sync and its own words are kept, and nothing else', async () => {
  const { rows } = await campaign.context.pool.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_name = 'devices' order by ordinal_position`,
  )
  expect(rows.map(({ column_name }) => column_name)).toEqual([
    'person_id',
    'device_id',
    'first_on',
    'synced_at',
    'app',
    'waiting',
    'oldest_at',
    'for_review',
    'not_stored',
    'session_id',
    'revoked_at',
    'revoked_by',
  ])
  for (const _ of [1, 2, 3]) {
    await sync(phone)
    pass(30 * hour)
  }
  expect(await campaign.context.db.selectFrom('devices').selectAll().execute()).toHaveLength(1)
})

test('[H10] the leader is told the hour of today’s sync, and only the day of one before', async () => {
  await sync(phone)
  expect(await devicesFor('team-leader')).toMatchObject([
    { name: '周敏', firstOn: '2026-04-17', syncedOn: '2026-04-17', syncedAt: '2026-04-17T02:00:00.000Z' },
  ])
  pass(24 * hour)
  expect(await devicesFor('team-leader')).toMatchObject([{ syncedOn: '2026-04-17', syncedAt: null }])
})

test('[S2] what waits is what the server has given no word on', async () => {
  const oldestAt = asInstant('2026-04-17T01:00:00Z')
  await sync(phone, {
    changes: sending(register(), raise()),
    ...reporting({ waiting: 5, oldestAt, app: '0.0.9', forReview: 1 }),
  })
  expect((await devicesFor('team-leader'))[0]?.said).toEqual({
    app: '0.0.9',
    isOld: true,
    waiting: 3,
    oldestAt: '2026-04-17T01:00:00.000Z',
    forReview: 1,
    notStored: false,
  })
  await sync(phone, reporting({ waiting: 0, notStored: true }))
  expect((await devicesFor('team-leader'))[0]?.said).toMatchObject({
    waiting: 0,
    oldestAt: null,
    notStored: true,
  })
})

test('[S5] a change refused just now waits for its author’s eye, and the leader sees that it does', async () => {
  const broken = { ...register(), kind: 'household.unheard-of' } as unknown as Change // of no shape we know
  await sync(phone, { changes: sending(broken), ...reporting({ waiting: 1 }) })
  expect((await devicesFor('team-leader'))[0]?.said).toMatchObject({ waiting: 0, forReview: 1 })
})

test('[S18] a report by a clock years off, or with what no phone can hold, breaks nothing', async () => {
  for (const oldestAt of ['0000-01-01T00:00:00Z', '2026-99-99T99:99:99Z', '9999-01-01T00:00:00Z']) {
    const report = {
      app: `\u0000${oldestAt}`,
      waiting: Number.MAX_SAFE_INTEGER,
      forReview: Number.MAX_SAFE_INTEGER,
      // Of the wire's pattern, and no instant of ours.
      oldestAt: oldestAt as Instant,
    }
    await sync(phone, reporting(report))
  }
  expect((await devicesFor('team-leader'))[0]?.said).toMatchObject({
    app: '',
    oldestAt: '2026-04-17T02:00:00.000Z',
  })
})

test('nothing is written while nothing has changed but the minute', async () => {
  await sync(phone)
  const written = async () =>
    (await campaign.context.pool.query<{ xmin: string }>('select xmin::text from devices')).rows[0]?.xmin
  const before = await written()
  pass(60_000)
  await sync(phone)
  expect(await written()).toBe(before)
  pass(10 * 60_000)
  await sync(phone)
  expect(await written()).not.toBe(before)
})

test('[S19] a phone of the first wire is kept as well; it says nothing of itself', async () => {
  const { room: _, report: __, handOver: ___, taken: ____, ...said } = syncRequestWith()
  const answer = await campaign.app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { cookie: phone },
    payload: { ...said, wire: 1 },
  })
  expect(answer.statusCode).toBe(200)
  expect(await devicesFor('team-leader')).toMatchObject([{ name: '周敏', said: null }])
})

test('a leader sees and revokes the phones of the own team, the office all; nobody else asks', async () => {
  const theirs = asId<DeviceId>('device-0002')
  await sync(phone)
  await sync(await t.signIn(campaign, 'huyuan'), { device: theirs })
  expect((await devicesFor('team-leader')).map(({ name }) => name)).toEqual(['周敏'])
  expect((await devicesFor('office')).map(({ name }) => name).toSorted()).toEqual(['周敏', '胡远'].toSorted())
  expect((await campaign.app.inject({ url: '/api/devices', headers: { cookie: phone } })).statusCode).toBe(
    403,
  )
  expect((await revoke('team-leader', stranger, theirs)).statusCode).toBe(403)
  expect((await revoke('visitor', visitor)).statusCode).toBe(403)
  expect((await revoke('office', stranger, theirs)).statusCode).toBe(200)
})

test('[S13] a revoked phone is refused at its next contact, before anything of it is taken in, and its session is over', async () => {
  await sync(phone, { changes: sending(register()) })
  expect((await revoke('team-leader', visitor)).statusCode).toBe(200)
  const refused = await post(phone, { changes: sending(raise()) }, { 'x-wuxin-person': visitor })
  expect(refused.statusCode).toBe(410)
  expect(refused.json()).toMatchObject({ because: 'device-revoked' })
  expect((await campaign.app.inject({ url: '/api/me', headers: { cookie: phone } })).statusCode).toBe(401)
  // Without any session, or with somebody else's, it hears the same.
  expect((await post('', {}, { 'x-wuxin-person': visitor })).statusCode).toBe(410)
  expect((await post('', {})).statusCode).toBe(410)
  const other = await t.signIn(campaign, 'huyuan')
  expect((await post(other, {}, { 'x-wuxin-person': visitor })).statusCode).toBe(410)
  expect((await campaign.app.inject({ url: '/api/me', headers: { cookie: other } })).statusCode).toBe(200)
  expect(await campaign.context.db.selectFrom('changes').select('seq').execute()).toHaveLength(1)
})

test('signing in anew on a revoked phone does not open it, and ends that session too; a new phone finds what was sent', async () => {
  await sync(phone, { changes: sending(register()) })
  await revoke('office', visitor)
  const again = await t.signIn(campaign, 'visitor')
  expect((await post(again, {})).statusCode).toBe(410)
  expect((await campaign.app.inject({ url: '/api/me', headers: { cookie: again } })).statusCode).toBe(401)
  const fresh = await sync(await t.signIn(campaign, 'visitor'), { device: asId<DeviceId>('device-0009') })
  expect(fresh.villages).toMatchObject([{ code: gaoqiao, answer: { upTo: 1 } }])
})

test('revoking ends the session of that phone alone; the owner’s other phone goes on', async () => {
  const second = await t.signIn(campaign, 'visitor')
  const other = asId<DeviceId>('device-0002')
  await sync(phone)
  await sync(second, { device: other })
  await revoke('team-leader', visitor)
  await sync(second, { device: other })
})

test('another person’s phone is not touched by naming its id, neither its words nor its being revoked', async () => {
  await sync(phone)
  const other = await t.signIn(campaign, 'huyuan')
  await sync(other)
  await revoke('office', stranger)
  await sync(phone)
  expect((await post(other, {})).statusCode).toBe(410)
})

test('revoked twice, the first stands; what it had not sent stays told as it was last known', async () => {
  const oldestAt = asInstant('2026-04-16T11:40:00Z')
  await sync(phone, reporting({ waiting: 2, oldestAt }))
  await revoke('team-leader', visitor)
  pass(48 * hour)
  await revoke('office', visitor)
  await post(phone, {})
  expect(await devicesFor('office')).toMatchObject([
    { revokedOn: '2026-04-17', said: { waiting: 2, oldestAt: '2026-04-16T11:40:00.000Z' } },
  ])
})

test('[H10] the desk of a department, of the office and of the privacy officer is no phone, and is not kept', async () => {
  await sync(await t.signIn(campaign, 'office'))
  expect(await campaign.context.db.selectFrom('devices').selectAll().execute()).toEqual([])
})
