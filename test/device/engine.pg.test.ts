import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#domain/access/grants.ts'
import { asInstant } from '#domain/base/days.ts'
import {
  asId,
  type ChangeId,
  type DeviceId,
  type HouseholdId,
  type OpeningId,
  type VisitId,
} from '#domain/base/ids.ts'
import { checksumOf } from '#sync/checksum.ts'
import type { Act } from '#sync/engine/act.ts'
import { deviceKey, newDeviceFacts } from '#sync/engine/device-state.ts'
import { openEngine, type Engine } from '#sync/engine/engine.ts'
import { createMemoryStore } from '#sync/engine/memory-store.ts'
import type { Transport } from '#sync/engine/transport.ts'
import { raise, register, road, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import * as t from '#test/server/campaign.ts'

let campaign: t.Campaign
beforeEach(async () => {
  campaign = await t.startCampaign()
  const people = [
    await t.enlist(campaign, { role: 'visitor', name: '周敏', username: 'zhoumin' }),
    await t.enlist(campaign, { role: 'visitor', name: '田建国', username: 'tianjianguo' }),
  ]
  await t.makeTeam(campaign, people, [gaoqiao], { from: '2026-03-01', until: '2026-04-30' })
  const cadre = await t.enlist(campaign, {
    role: 'village-cadre',
    name: '刘玉兰',
    username: 'liuyulan',
  })
  await t.giveTask(campaign, cadre, 'village', gaoqiao)
})
afterEach(() => campaign.end())

type Line = {
  actor: Actor
  cookie: string
  /** What becomes of the next answers, the first first. */
  cut: boolean[]
}

const lineOf = (line: Line): Transport => ({
  post: async (request, as) => {
    const answer = await campaign.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { cookie: line.cookie, 'x-wuxin-person': as },
      payload: request,
    })
    if (line.cut.shift() === true) return { ok: false, because: 'no-signal' }
    if (answer.statusCode === 401) return { ok: false, because: 'signed-out' }
    if (answer.statusCode === 409) return { ok: false, because: 'another-person' }
    return answer.statusCode === 200
      ? { ok: true, answer: answer.json() }
      : { ok: false, because: answer.statusCode === 400 ? 'not-understood' : 'server-trouble' }
  },
  unzip: async gzip => gunzipSync(Buffer.from(gzip, 'base64')).toString('utf8'),
})

async function phoneOf(username: string): Promise<{ engine: Engine; line: Line }> {
  const cookie = await t.signIn(campaign, username)
  const line: Line = { cookie, actor: await t.whoIs(campaign, cookie), cut: [] }
  const store = createMemoryStore()
  const device = asId<DeviceId>(`device-${username}`)
  await store.commit([{ put: 'device', key: deviceKey, value: newDeviceFacts(device, line.actor) }])
  const engine = await openEngine({
    store,
    transport: lineOf(line),
    now: () => campaign.now,
    newChangeId: () => asId<ChangeId>(crypto.randomUUID()),
  })
  if (engine === null) throw new Error('the phone did not open')
  return { engine, line }
}

/** A builder's change as an act, about any household. */
const act = ({ village, household, kind, body }: Act & { readonly id?: ChangeId }, about = household): Act =>
  ({ village, household: about, kind, body }) as Act

async function written(engine: Engine, ...acts: readonly Act[]): Promise<void> {
  expect(await engine.write(acts)).toMatchObject({ ok: true })
}

const held = (engine: Engine) => engine.state().villages.get(gaoqiao)
const waiting = (engine: Engine) => engine.state().outbox.waiting
const headOf = async () =>
  (
    await campaign.context.db
      .selectFrom('villages')
      .select('head')
      .where('code', '=', gaoqiao)
      .executeTakeFirstOrThrow()
  ).head

describe('a phone and the real server', () => {
  test('[S1] [S2] a lost answer: sent again, applied once, and only then out of the outbox', async () => {
    const { engine, line } = await phoneOf('zhoumin')
    await engine.sync()
    await written(engine, act(register()), act(raise()))
    line.cut.push(true)
    expect((await engine.sync()).ok).toBe(false)
    expect(waiting(engine)).toHaveLength(2)
    expect(await engine.sync()).toEqual({ ok: true })
    expect(waiting(engine)).toEqual([])
    expect(await headOf()).toBe(2)
    expect(held(engine)?.facts).toMatchObject({ agrees: true, refetch: false, name: '高桥村' })
  })

  test('[S8] [S9] a phone that followed step by step and one that comes new hold the same', async () => {
    const first = await phoneOf('zhoumin')
    await first.engine.sync()
    await written(first.engine, act(register()))
    await first.engine.sync()
    for (let at = 0; at < 5; at++) {
      await written(first.engine, act(raise(asId(`need-follow-${at}`))))
      await first.engine.sync()
    }
    const second = await phoneOf('tianjianguo')
    await second.engine.sync()
    expect(held(second.engine)?.replica.households).toEqual(held(first.engine)?.replica.households)
    expect(held(second.engine)?.replica.checksum).toBe(held(first.engine)?.replica.checksum)
    expect(checksumOf(held(first.engine)?.replica.households.values() ?? [])).toBe(
      held(first.engine)?.replica.checksum,
    )
  })

  test('[S4] [S5] two phones say the same thing offline: one stands, the other is for review', async () => {
    const one = await phoneOf('zhoumin')
    const other = await phoneOf('tianjianguo')
    await written(one.engine, act(register()))
    await one.engine.sync()
    await other.engine.sync()
    await written(one.engine, act(raise()))
    await written(other.engine, act(raise()), act(raise(asId('need-other-1'))))
    await one.engine.sync()
    await other.engine.sync()
    expect(other.engine.state().outbox.forReview.map(({ because }) => because)).toEqual(['need-exists'])
    expect(
      held(other.engine)
        ?.replica.households.get(wangFamily)
        ?.needs.map(({ id }) => id),
    ).toEqual([road, 'need-other-1'])
  })

  test('[S13] when the task ends the phone forgets the village, and what waited still arrives', async () => {
    const { engine } = await phoneOf('zhoumin')
    await written(engine, act(register()))
    await engine.sync()
    await written(engine, act(raise()))
    campaign.now = asInstant('2026-05-03T02:00:00.000Z')
    expect(await engine.sync()).toEqual({ ok: true })
    expect(await headOf()).toBe(2)
    expect(engine.state().villages.size).toBe(0)
    expect(waiting(engine)).toEqual([])
  })

  test('[S14] the cadre’s phone holds what a cadre may see, and agrees with the server on it', async () => {
    const visitor = await phoneOf('zhoumin')
    const cadre = await phoneOf('liuyulan')
    await written(visitor.engine, act(register()), act(raise()))
    await visitor.engine.sync()
    expect(await cadre.engine.sync()).toEqual({ ok: true })
    expect(held(cadre.engine)?.facts).toMatchObject({ audience: 'cadre', agrees: true })
    expect(JSON.stringify([...(held(cadre.engine)?.replica.households.values() ?? [])])).not.toContain(
      '门口那截路',
    )
    await written(visitor.engine, act(register(), asId<HouseholdId>('household-new-1')))
    await visitor.engine.sync()
    expect(await cadre.engine.sync()).toEqual({ ok: true })
    expect(held(cadre.engine)?.replica.households.size).toBe(2)
  })

  test('a story reaches its author’s next phone; openings are answered for', async () => {
    const { engine } = await phoneOf('zhoumin')
    await written(engine, act(register()))
    await engine.sync()
    const visit = asId<VisitId>('visit-0001')
    const body = { visit, on: '2026-04-17', time: null, companions: [], outcome: { is: 'held' } }
    await written(engine, {
      ...({
        village: gaoqiao,
        household: wangFamily,
        kind: 'visit.record',
        body,
      } as unknown as Act),
      diary: '守田叔留我们喝了茶',
    })
    await engine.keepOpening({
      id: asId<OpeningId>('opening-0001'),
      village: gaoqiao,
      household: wangFamily,
      why: 'prepare',
      openedAt: campaign.now,
    })
    await engine.sync()
    expect(engine.state().openings).toEqual([])
    const next = await phoneOf('zhoumin')
    await next.engine.sync()
    expect([...next.engine.state().diaries.values()].map(({ text }) => text)).toEqual(['守田叔留我们喝了茶'])
    const other = await phoneOf('tianjianguo')
    await other.engine.sync()
    expect(other.engine.state().diaries.size).toBe(0)
  })

  test('[S12] changes of one person are not taken in under the session of another', async () => {
    const { engine, line } = await phoneOf('zhoumin')
    await written(engine, act(register()))
    const own = line.cookie
    line.cookie = await t.signIn(campaign, 'tianjianguo')
    expect(await engine.sync()).toEqual({ ok: false, because: 'another-person' })
    expect(await headOf()).toBe(0)
    line.cookie = own
    expect(await engine.sync()).toEqual({ ok: true })
    expect(await headOf()).toBe(1)
  })

  test('[S6] a restored server gets back what it had forgotten, and what builds on it', async () => {
    const { engine } = await phoneOf('zhoumin')
    await written(engine, act(register()))
    await engine.sync()
    await written(engine, act(raise()))
    await engine.sync()
    await restoreEmpty()
    await written(engine, {
      village: gaoqiao,
      household: wangFamily,
      kind: 'need.agree',
      body: { need: road, agreedOn: '2026-04-17', mayTell: '', keepBack: '' } as never,
    })
    expect(await engine.sync()).toEqual({ ok: true })
    expect(engine.state().outbox.forReview).toEqual([])
    expect(await headOf()).toBe(3)
    expect(
      held(engine)
        ?.replica.households.get(wangFamily)
        ?.needs.map(({ stage }) => stage.is),
    ).toEqual(['agreed'])
  })
})

/** As after a restore from the backup of the first evening: an empty log, and another epoch. */
async function restoreEmpty(): Promise<void> {
  const { db } = campaign.context
  for (const table of ['changes', 'refusals', 'diaries', 'needs', 'households', 'snapshots'] as const)
    await db.deleteFrom(table).execute()
  await sql`
    update villages
    set head = default, chain = default, totals = default, checksum_team = default, checksum_cadre = default
    where code = ${gaoqiao}`.execute(db)
  await db.updateTable('host').set({ epoch: 'epoch-two' }).execute()
}
