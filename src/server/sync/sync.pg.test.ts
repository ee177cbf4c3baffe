import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asInstant, type Instant } from '#domain/base/days.ts'
import { asId, type HouseholdId, type OpeningId, type VisitId } from '#domain/base/ids.ts'
import type { Change } from '#sync/change.ts'
import { wireVersion, type SyncAnswer, type SyncRequest } from '#sync/wire.ts'
import { change, fuFamily, raise, register, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, otherVillage } from '#test/builders/people.ts'
import { syncRequestWith } from '#test/builders/requests.ts'
import * as t from '#test/server/campaign.ts'
import { buildApp } from '../http/app.ts'
import { verifyVillage } from '../log/verify.ts'
import { digestOfOpening } from '../openings/keep.ts'

let campaign: t.Campaign
let cookie: string
beforeEach(async () => {
  campaign = await t.startCampaign()
  const visitor = await t.enlist(campaign, { role: 'visitor', name: '周敏' })
  await t.makeTeam(campaign, [visitor], [gaoqiao], { from: '2026-03-01', until: '2026-04-30' })
  cookie = await t.signIn(campaign, 'visitor')
})
afterEach(() => campaign.end())

const nothing: SyncRequest = syncRequestWith()

const post = (said: unknown, as = cookie) =>
  campaign.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie: as }, payload: said as object })

const sync = async (said: Partial<SyncRequest>, as = cookie): Promise<SyncAnswer> => {
  const answer = await post({ ...nothing, ...said }, as)
  expect(answer.statusCode).toBe(200)
  return answer.json<SyncAnswer>()
}

const sending = (...changes: readonly Change[]) => changes.map(change => ({ change, diary: null }))
const wordsOn = ({ verdicts }: SyncAnswer) => verdicts.map(one => (one.ok ? one.seq : one.because))

test('nobody syncs without a session, and nothing of theirs is taken in', async () => {
  const answer = await post({ ...nothing, changes: sending(register()) }, '')
  expect(answer.statusCode).toBe(401)
  expect(answer.json()).toMatchObject({ because: 'not-signed-in' })
  expect(await campaign.context.db.selectFrom('changes').select('seq').execute()).toEqual([])
})

test('one round trip pushes and pulls: what was sent comes back under its number', async () => {
  const first = register()
  const answer = await sync({ changes: sending(first, raise()) })
  expect(wordsOn(answer)).toEqual([1, 2])
  expect(answer).toMatchObject({
    wire: wireVersion,
    epoch: 'epoch-one',
    now: campaign.now,
    actor: { role: 'visitor' },
  })
  expect(answer.villages).toMatchObject([
    { code: gaoqiao, audience: 'team', answer: { is: 'snapshot', upTo: 2 } },
  ])
  const later = await sync({ villages: [{ code: gaoqiao, cursor: 1, checksum: null, parts: null }] })
  expect(later.villages).toMatchObject([
    {
      answer: { is: 'changes', from: 1, upTo: 2, changes: [{ seq: 2, author: { name: '周敏' } }] },
      more: false,
    },
  ])
})

test('[S1] sent twice, applied once, answered the same', async () => {
  const changes = sending(register(), raise())
  const once = await sync({ changes })
  const twice = await sync({ changes })
  expect(twice.verdicts).toEqual(once.verdicts)
  expect(await campaign.context.db.selectFrom('changes').select('seq').execute()).toHaveLength(2)
})

test('[S5] what has a broken shape is answered, kept as it came, and blocks nothing else', async () => {
  const broken = { ...register(), body: { facts: 'none', diagnosis: 'planted' } } as unknown as Change
  const unknownKind = { ...raise(), kind: 'household.rate' } as unknown as Change
  const answer = await sync({ changes: sending(broken, unknownKind, register({ household: fuFamily })) })
  expect(new Map(answer.verdicts.map(one => [one.id, one.ok ? 'ok' : one.because]))).toEqual(
    new Map([
      [broken.id, 'broken-change'],
      [unknownKind.id, 'broken-change'],
      [expect.any(String), 'ok'],
    ]),
  )
  const kept = await campaign.context.db.selectFrom('refusals').select(['because', 'change']).execute()
  expect(kept).toContainEqual({ because: 'broken-change', change: broken })
})

test('a change for a household that does not exist is refused with that reason', async () => {
  expect(wordsOn(await sync({ changes: sending(raise()) }))).toEqual(['unknown-household'])
})

test('[S18] a change from the far future is judged by the server’s day, kept as said, and marked as impossible', async () => {
  const ahead = register({ happenedAt: asInstant('2031-01-01T00:00:00Z') })
  expect(wordsOn(await sync({ changes: sending(ahead) }))).toEqual([1])
  const [row] = await campaign.context.db.selectFrom('changes').selectAll().execute()
  expect(row).toMatchObject({ happened_at: '2031-01-01T00:00:00.000Z', received_at: campaign.now })
  const { db } = campaign.context
  expect(await verifyVillage(db, gaoqiao)).toEqual({ is: 'sound', head: 1, clockOff: [1] })
  const told = change('visit.record', {
    visit: asId<VisitId>('visit-far-01'),
    on: '2031-01-01' as typeof today,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  })
  expect(wordsOn(await sync({ changes: sending(told) }))).toEqual(['day-in-future'])
})

test('[S12] a change is judged by the tasks held when it happened: late, it still arrives; before, it never counts', async () => {
  await sync({ changes: sending(register()) })
  campaign.now = asInstant('2026-05-20T02:00:00Z')
  const whileGranted = raise(undefined, { happenedAt: asInstant('2026-04-16T04:00:00Z') })
  const afterwards = register({ household: fuFamily, happenedAt: asInstant('2026-05-19T04:00:00Z') })
  const elsewhere = register({ village: otherVillage, household: fuFamily })
  const answer = await sync({ changes: sending(whileGranted, afterwards, elsewhere) })
  expect(wordsOn(answer)).toEqual([2, 'outside-grants', 'outside-grants'])
})

test('[S8] a snapshot outlives the server: after a restart the same packed bytes go out, and what came since follows', async () => {
  await sync({ changes: sending(register()) })
  const partsOf = ({ villages }: SyncAnswer) =>
    villages.flatMap(({ answer }) => (answer.is === 'snapshot' ? [[answer.upTo, answer.parts]] : []))
  const before = partsOf(await sync({}))
  expect(before).toHaveLength(1)
  await sync({ changes: sending(raise()) })
  const { app, context, appFolder } = campaign
  await app.close()
  campaign = Object.assign(campaign, { app: await buildApp(context, appFolder) })
  const answer = await sync({})
  expect(partsOf(answer)).toEqual(before)
  expect(answer.villages).toMatchObject([{ more: true, answer: { upTo: 1 } }])
  const rest = await sync({ villages: [{ code: gaoqiao, cursor: 1, checksum: null, parts: null }] })
  expect(rest.villages).toMatchObject([{ more: false, answer: { is: 'changes', from: 1, upTo: 2 } }])
})

test('[S13] what is outside the grants is told to be forgotten, whether it exists or not', async () => {
  await sync({ changes: sending(register()) })
  campaign.now = asInstant('2026-05-20T02:00:00Z')
  const nowhere = '999999999999' as typeof gaoqiao
  const named = [gaoqiao, otherVillage, nowhere].map(code => ({
    code,
    cursor: 1,
    checksum: null,
    parts: null,
  }))
  const answer = await sync({ villages: named })
  expect(answer.villages).toEqual([])
  expect(answer.forget).toEqual([gaoqiao, otherVillage, nowhere])
})

test('[S14] the village cadre gets as much of a household as giving advice takes, and another village’s visitor nothing', async () => {
  const cadre = await t.enlist(campaign, { role: 'village-cadre', name: '刘玉兰' })
  await t.giveTask(campaign, cadre, 'village', gaoqiao)
  const stranger = await t.enlist(campaign, { role: 'visitor', name: '胡远', username: 'stranger' })
  await t.makeTeam(campaign, [stranger], [otherVillage])
  const story = change('visit.record', {
    visit: asId<VisitId>('visit-0001'),
    on: today,
    time: null,
    companions: [],
    outcome: { is: 'held' },
  })
  await sync({ changes: [...sending(register(), raise()), { change: story, diary: '灶上煮着腊肉' }] })

  const seen = await sync({}, await t.signIn(campaign, 'village-cadre'))
  expect(seen.villages).toMatchObject([{ code: gaoqiao, audience: 'cadre', diaries: [] }])
  const whole = JSON.stringify(seen)
  for (const word of ['腊肉', '1954', 'need-road', '走不出去']) expect(whole).not.toContain(word)
  expect(whole).toContain('塘边第三家')

  const other = await sync({}, await t.signIn(campaign, 'stranger'))
  expect(other.villages.map(({ code }) => code)).toEqual([otherVillage])
  expect(JSON.stringify(other)).not.toContain('王守田')
})

test('[H22] openings are kept once each, chained, and only where the person has or had a task', async () => {
  await sync({ changes: sending(register()) })
  const opening = (id: string, village = gaoqiao, household: HouseholdId = wangFamily) =>
    ({
      id: asId<OpeningId>(id),
      village,
      household,
      why: 'prepare',
      openedAt: '2026-04-17T01:30:00Z' as Instant,
    }) as const
  const openings = [
    opening('opening-01'),
    opening('opening-02'),
    opening('opening-03', otherVillage),
    opening('opening-04', gaoqiao, asId('household-none')),
  ]
  const answer = await sync({ openings })
  expect(answer.openings).toEqual(openings.map(({ id }) => id))
  await sync({ openings })
  const kept = await campaign.context.db.selectFrom('openings').selectAll().orderBy('number').execute()
  for (const { digest, ...row } of kept) expect(digestOfOpening(row)).toEqual(digest)
  expect(kept).toMatchObject([
    { number: 1, opening_id: 'opening-01', person_name: '周敏', why: 'prepare' },
    { number: 2, opening_id: 'opening-02' },
  ])
  const { openings_head, openings_chain } = await campaign.context.db
    .selectFrom('villages')
    .select(['openings_head', 'openings_chain'])
    .where('code', '=', gaoqiao)
    .executeTakeFirstOrThrow()
  expect([openings_head, openings_chain.length]).toEqual([2, 32])
})

test('[S19] an app of a newer or a forgotten wire gets a clear word, before anything is read', async () => {
  const newer = await post({ wire: wireVersion + 1, unknown: 'shape' })
  expect([newer.statusCode, newer.json().because]).toEqual([426, 'wire-too-new'])
  const older = await post({ ...nothing, wire: 0 })
  expect([older.statusCode, older.json().because]).toEqual([426, 'wire-too-old'])
})

test('what is no sync at all, or too much at once, is refused with a sentence', async () => {
  const broken = await post({ ...nothing, villages: 'all of them' })
  expect([broken.statusCode, broken.json().because]).toEqual([400, 'broken-request'])
  const large = await post({ ...nothing, changes: [{ change: 'x'.repeat(9_000_000), diary: null }] })
  expect([large.statusCode, large.json().because]).toEqual([413, 'too-large'])
  const cut = await campaign.app.inject({
    method: 'POST',
    url: '/api/sync',
    headers: { cookie, 'content-type': 'application/json' },
    payload: '{"wire":1,"device":"devi',
  })
  expect([cut.statusCode, cut.json().because]).toEqual([400, 'broken-request'])
})

test('a body may come compressed, and a small one that unpacks to a huge one is refused', async () => {
  const packed = (said: unknown) =>
    campaign.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { cookie, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      payload: gzipSync(JSON.stringify(said)),
    })
  const answer = await packed({ ...nothing, changes: sending(register()) })
  expect(wordsOn(answer.json())).toEqual([1])
  const bomb = await packed({ ...nothing, changes: [{ change: 'x'.repeat(60_000_000), diary: null }] })
  expect([bomb.statusCode, bomb.json().because]).toEqual([413, 'too-large'])
})

test('[S16] while the disk is full a sync says so and takes nothing in; with space again the same sync is whole', async () => {
  const { pool } = campaign.context
  await pool.query(`
    create function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on changes execute function no_space()`)
  const changes = sending(register(), raise())
  const refused = await post({ ...nothing, changes })
  expect([refused.statusCode, refused.json().because]).toEqual([507, 'disk-full'])
  await pool.query('drop trigger full_disk on changes')
  expect(wordsOn(await sync({ changes }))).toEqual([1, 2])
})
