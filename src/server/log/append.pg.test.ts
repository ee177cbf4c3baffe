import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asId, type DeviceId, type NeedId } from '#domain/base/ids.ts'
import { asDay } from '#domain/base/days.ts'
import type { Database } from '../db/database.ts'
import {
  agree,
  change,
  fuFamily,
  minutesLater,
  noon,
  raise,
  register,
  road,
  water,
} from '#test/builders/changes.ts'
import {
  gaoqiao,
  hanZhiming,
  otherVillage,
  stranger,
  teamGrant,
  tianJianguo,
  zhouMin,
} from '#test/builders/people.ts'
import { openVillages } from '#test/builders/village-in-database.ts'
import { append, type Sender } from './append.ts'
import { push } from './push.ts'
import { verifyVillage } from './verify.ts'

let database: Database
beforeEach(async () => {
  database = await openVillages()
})
afterEach(() => database.close())

const sender = (actor = zhouMin): Sender => ({
  actor,
  device: asId<DeviceId>('device-0001'),
  now: minutesLater(60),
})
const pushed = (...changes: readonly ReturnType<typeof change>[]) =>
  changes.map(one => ({ change: one, diary: null }))
const send = (...changes: readonly ReturnType<typeof change>[]) =>
  append(database.db, gaoqiao, pushed(...changes), sender())

const head = async () =>
  (
    await database.db
      .selectFrom('villages')
      .select('head')
      .where('code', '=', gaoqiao)
      .executeTakeFirstOrThrow()
  ).head

describe('exactly once, nothing lost', () => {
  test('[S1] a change sent twice is applied once and gets the same answer', async () => {
    const first = register()
    const once = await send(first, raise())
    const twice = await append(database.db, gaoqiao, pushed(first), sender())
    expect(once.map(({ ok }) => ok)).toEqual([true, true])
    expect(twice).toEqual([once[0]])
    expect(await head()).toBe(2)
  })

  test('[S1] a change sent twice in one breath is applied once', async () => {
    const first = register()
    const verdicts = await send(first, first)
    expect(verdicts[0]).toEqual(verdicts[1])
    expect(await head()).toBe(1)
  })

  test('[S1] a refused change gets the same refusal again, though it could stand by now', async () => {
    const early = raise()
    const refused = await send(early)
    await send(register())
    expect(await send(early)).toEqual(refused)
    expect(refused).toEqual([{ id: early.id, ok: false, because: 'unknown-household' }])
  })

  test('[S4] one bad change blocks no other, and takes with it only what builds on it', async () => {
    const bad = agree(asId<NeedId>('need-unknown'))
    const child = agree(road, { after: [bad.id] })
    const verdicts = await send(register(), bad, raise(), child, raise(water))
    expect(verdicts.map(verdict => (verdict.ok ? 'ok' : verdict.because))).toEqual([
      'ok',
      'unknown-need',
      'ok',
      'depends-on-refused',
      'ok',
    ])
  })

  test('[S4] what builds on a change refused in an earlier sync is refused with that reason', async () => {
    const bad = agree(asId<NeedId>('need-unknown'))
    await send(register(), bad)
    expect(await send(raise(road, { after: [bad.id] }))).toMatchObject([
      { ok: false, because: 'depends-on-refused' },
    ])
  })

  test('[S5] a refused change is kept on the server as it came, with its reason', async () => {
    const bad = agree(road)
    await send(register(), bad)
    const kept = await database.db.selectFrom('refusals').selectAll().execute()
    expect(kept).toMatchObject([
      { change_id: bad.id, because: 'unknown-need', change: { kind: 'need.agree' } },
    ])
  })

  test('[S5] a change of no readable shape is refused as broken, kept, and blocks nothing', async () => {
    const broken = { ...raise(), body: { score: 3 } }
    const verdicts = await push(
      database.db,
      [{ change: broken, diary: null }, { change: 'nonsense', diary: null }, ...pushed(register())],
      sender(),
    )
    expect(verdicts).toEqual([
      { id: broken.id, ok: false, because: 'broken-change' },
      expect.objectContaining({ ok: true, seq: 1 }),
    ])
    expect(await database.db.selectFrom('refusals').select('because').execute()).toEqual([
      { because: 'broken-change' },
    ])
  })

  test('[S4] [S5] a change that is hardly one, and a story beyond all length, get their word and block nothing', async () => {
    const long = register()
    const verdicts = await push(
      database.db,
      [
        { change: { id: 'x' }, diary: null },
        { change: long, diary: '长'.repeat(20_001) },
        ...pushed(register()),
      ],
      sender(),
    )
    expect(verdicts).toEqual([
      { id: 'x', ok: false, because: 'broken-change' },
      { id: long.id, ok: false, because: 'diary-too-long' },
      expect.objectContaining({ ok: true, seq: 1 }),
    ])
    expect(await database.db.selectFrom('refusals').select('because').execute()).toHaveLength(2)
  })

  test('many senders at once: numbers run 1, 2, 3 … without a gap, and each change stands once', async () => {
    await send(register())
    const all = Array.from({ length: 24 }, (_, at) =>
      raise(asId<NeedId>(`need-${String(at).padStart(5, '0')}`)),
    )
    await Promise.all(all.map(one => append(database.db, gaoqiao, pushed(one), sender(tianJianguo))))
    const rows = await database.db
      .selectFrom('changes')
      .select('seq')
      .where('village_code', '=', gaoqiao)
      .orderBy('seq')
      .execute()
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  })
})

describe('only what is yours', () => {
  test('[S12] a change outside the grants is refused, and one in a village that is not here too', async () => {
    expect(await append(database.db, gaoqiao, pushed(register()), sender(stranger))).toMatchObject([
      { ok: false, because: 'outside-grants' },
    ])
    const nowhere = register({ village: '420325999999' as typeof gaoqiao })
    expect(await push(database.db, pushed(nowhere), sender())).toMatchObject([{ because: 'outside-grants' }])
  })

  test('[S13] work written while granted still arrives after the grant has ended', async () => {
    await send(register())
    const ended = { ...zhouMin, grants: [teamGrant(gaoqiao, { until: asDay('2026-04-16') })] }
    const later = { ...sender(ended), now: minutesLater(60 * 24 * 5) }
    expect(await append(database.db, gaoqiao, pushed(raise()), later)).toMatchObject([{ ok: true }])
    const after = raise(water, { happenedAt: minutesLater(60 * 24 * 2) })
    expect(await append(database.db, gaoqiao, pushed(after), later)).toMatchObject([
      { because: 'outside-grants' },
    ])
  })

  test('[S12] an officer reaches only needs that were referred to the own department', async () => {
    await send(register(), raise())
    const accept = change('referral.accept', {
      need: road,
      on: asDay('2026-04-16'),
      dueOn: asDay('2026-04-23'),
    })
    expect(await append(database.db, gaoqiao, pushed(accept), sender(hanZhiming))).toMatchObject([
      { because: 'outside-grants' },
    ])
  })

  test('[S18] a clock far ahead cannot move a change into the future', async () => {
    const ahead = raise(road, { happenedAt: minutesLater(60 * 24 * 365 * 5) })
    await send(register(), ahead)
    const { state } = await database.db.selectFrom('households').select('state').executeTakeFirstOrThrow()
    expect(state.needs[0]?.life[0]?.writtenOn).toBe('2026-04-16')
    expect(
      await database.db.selectFrom('changes').select('happened_at').where('seq', '=', 2).execute(),
    ).toEqual([{ happened_at: ahead.happenedAt }])
  })
})

describe('what is folded from the log', () => {
  test('[S7] the stored state is the fold of the log, with its need rows and totals', async () => {
    await send(register(), raise(), agree(), register({ household: fuFamily }, '付远志'))
    const village = await database.db
      .selectFrom('villages')
      .selectAll()
      .where('code', '=', gaoqiao)
      .executeTakeFirstOrThrow()
    expect(village.totals).toMatchObject({
      'stage:agreed:infrastructure': 1,
      'ever:agreed': 1,
      'lying:no-next-step': 1,
    })
    expect(await database.db.selectFrom('needs').select(['stage', 'owner_id']).execute()).toEqual([
      { stage: 'agreed', owner_id: zhouMin.id },
    ])
    expect(await verifyVillage(database.db, gaoqiao)).toEqual({ is: 'sound', head: 4, clockOff: [] })
  })

  test('[S15] a body changed behind the log is found by verifying', async () => {
    await send(register(), raise())
    await database.pool.query(
      `update changes set body = jsonb_set(body, '{words}', '"别的话"') where seq = 2`,
    )
    expect(await verifyVillage(database.db, gaoqiao)).toEqual({ is: 'broken', at: 2, what: 'digest' })
  })

  test('[S15] a body that is gone without its household having been erased is found by verifying', async () => {
    await send(register(), raise())
    await database.pool.query('update changes set body = null, salt = null where seq = 2')
    expect(await verifyVillage(database.db, gaoqiao)).toEqual({ is: 'broken', at: 2, what: 'state' })
  })

  test('a story goes beside the log, never into it', async () => {
    const visit = asId<never>('visit-0001')
    const record = change('visit.record', {
      visit,
      on: asDay('2026-04-16'),
      time: null,
      companions: [],
      outcome: { is: 'held' },
    })
    await append(
      database.db,
      gaoqiao,
      [...pushed(register()), { change: record, diary: '守田叔在院坝劈柴' }],
      sender(),
    )
    expect(await database.db.selectFrom('diaries').select(['story', 'author_id']).execute()).toEqual([
      { story: '守田叔在院坝劈柴', author_id: zhouMin.id },
    ])
    const { rows } = await database.pool.query('select changes::text from changes')
    expect(JSON.stringify(rows)).not.toContain('劈柴')
  })

  test('villages never meet: one log moves without the other', async () => {
    await send(register())
    expect(noon < minutesLater(1)).toBe(true)
    const other = await database.db
      .selectFrom('villages')
      .select('head')
      .where('code', '=', otherVillage)
      .executeTakeFirst()
    expect(other).toEqual({ head: 0 })
  })
})
