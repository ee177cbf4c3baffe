import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type PersonId } from '#domain/base/ids.ts'
import { createSealer } from '#app/store/sealer.ts'
import type { Change } from '#sync/change.ts'
import { rescueVersion, type RescueAnswer, type RescuedRecord, type SealedRecord } from '#sync/rescue.ts'
import { noon, raise, register } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'
import type { Me } from '#server/accounts/me.routes.ts'

let campaign: t.Campaign
let cookie: string
let visitor: PersonId
let recoveryKey: string
beforeEach(async () => {
  campaign = await t.startCampaign()
  visitor = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.makeTeam(campaign, [visitor], [gaoqiao], { from: '2026-03-01', until: '2026-04-30' })
  cookie = await t.signIn(campaign, 'visitor')
  recoveryKey = (await campaign.app.inject({ url: '/api/me', headers: { cookie } })).json<Me>().recoveryKey
})
afterEach(() => campaign.end())

const handIn = (records: readonly SealedRecord[], as = cookie) =>
  campaign.app.inject({
    method: 'POST',
    url: '/api/rescue',
    headers: { cookie: as },
    payload: { rescue: rescueVersion, device: 'device-0001', records },
  })

const wordsOn = async (records: readonly SealedRecord[], as = cookie) =>
  (await handIn(records, as)).json<RescueAnswer>().words

async function sealed(key: string, record: RescuedRecord, from = visitor): Promise<SealedRecord> {
  const sealer = await createSealer(recoveryKey, from)
  return { key, sealed: Buffer.from(await sealer.seal(record)).toString('base64') }
}

const waiting = (place: number, change: Change, from = visitor) =>
  sealed(
    `outbox/00000000${place}-${change.id}`,
    { shelf: 'outbox', value: { change, diary: null, writtenAt: noon } },
    from,
  )

const logged = () => campaign.context.db.selectFrom('changes').select(['kind', 'author_id']).execute()

test('[S5] what was sealed on a phone whose key is gone arrives, in the order it was written', async () => {
  const [first, second] = [register(), raise()]
  const records = [await waiting(2, second), await waiting(1, first)]
  expect(await wordsOn(records)).toEqual([
    { key: records[1]?.key, is: 'received' },
    { key: records[0]?.key, is: 'received' },
  ])
  expect(await logged()).toEqual([
    { kind: 'household.register', author_id: visitor },
    { kind: 'need.raise', author_id: visitor },
  ])
})

test('[S1] handed in twice, applied once and answered the same', async () => {
  const records = [await waiting(1, register()), await waiting(2, raise())]
  const once = await wordsOn(records)
  expect(await wordsOn(records)).toEqual(once)
  expect(await logged()).toHaveLength(2)
})

test('[S5] a refused change comes back with its reason and its story, and drafts come back as drafts', async () => {
  const change = register({ village: otherVillage })
  const key = `outbox/000000001-${change.id}`
  const story = await sealed(key, {
    shelf: 'outbox',
    value: { change, diary: '守田叔留我们喝了茶', writtenAt: noon },
  })
  const draft = await sealed('drafts/diary/visit-0001', {
    shelf: 'drafts',
    key: 'diary/visit-0001',
    value: { text: '今天去了' },
  })
  const review = { change, diary: '守田叔留我们喝了茶', writtenAt: noon, because: 'outside-grants' }
  expect(await wordsOn([story, draft])).toMatchObject([
    { key: draft.key, is: 'draft', draft: 'diary/visit-0001', text: '今天去了' },
    { key, is: 'refused', review: { diary: review.diary, writtenAt: noon, change: { id: change.id } } },
  ])
})

test('[S12] what another person wrote is neither taken nor told', async () => {
  const record = await waiting(1, register(), asId<PersonId>('somebody-else'))
  expect(await wordsOn([record])).toEqual([{ key: record.key, is: 'of-another' }])
  expect(await logged()).toEqual([])
})

test('what was cut, edited or sealed to another key is said to be unreadable, and hinders nothing else', async () => {
  const good = await waiting(1, register())
  const bytes = Buffer.from((await waiting(2, raise())).sealed, 'base64')
  const cut = { key: 'outbox/2', sealed: bytes.subarray(0, 120).toString('base64') }
  const edited = Buffer.from(bytes)
  edited[edited.length - 20] = (edited[edited.length - 20] ?? 0) ^ 1
  const words = await wordsOn([
    good,
    cut,
    { key: 'outbox/3', sealed: edited.toString('base64') },
    { key: 'outbox/4', sealed: '' },
  ])
  expect(words.map(({ is }) => is).toSorted()).toEqual(['received', 'unreadable', 'unreadable', 'unreadable'])
})

test('nobody hands in anything without a session; a foreign shape is refused as a whole', async () => {
  expect((await handIn([], '')).statusCode).toBe(401)
  const foreign = await campaign.app.inject({
    method: 'POST',
    url: '/api/rescue',
    headers: { cookie },
    payload: { rescue: 9 },
  })
  expect(foreign.statusCode).toBe(400)
})

test('the recovery key is made once; sign-in and /api/me give its public half, and nothing gives the other', async () => {
  const answer = await campaign.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'visitor', password: t.password },
  })
  expect(answer.json<Me>().recoveryKey).toBe(recoveryKey)
  const host = await campaign.context.db.selectFrom('host').selectAll().executeTakeFirstOrThrow()
  expect(host.recovery_private).toBeTruthy()
  expect(answer.body).not.toContain(host.recovery_private)
  expect(Buffer.from(recoveryKey, 'base64')).toHaveLength(65)
})
