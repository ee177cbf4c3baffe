import { describe, expect, test } from 'vitest'
import { asDay, asInstant } from '#domain/base/days.ts'
import { asId, type ChangeId, type NeedId, type OpeningId, type VisitId } from '#domain/base/ids.ts'
import { gaoqiao, liuYulan, otherVillage, teamGrant, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { fuFamily, minutesLater, noon, today, wangFamily } from '#test/builders/changes.ts'
import { checksumOf } from '../checksum.ts'
import { createDevice, type SimulatedDevice } from '../simulation/device.ts'
import type { World } from '../simulation/network.ts'
import { newWorld } from '../simulation/world.ts'
import type { Act } from './act.ts'
import { openEngine } from './engine.ts'
import { shownHousehold } from './shown.ts'

const visit = asId<VisitId>('visit-0001')

const raise = (name: string, more: Partial<Act> = {}): Act => ({
  village: gaoqiao,
  household: wangFamily,
  kind: 'need.raise',
  body: {
    need: asId<NeedId>(name),
    words: '门口那截路一下雨就走不出去',
    saidBy: '',
    quote: '',
    category: 'infrastructure',
    level: 'household',
    visit: null,
    heardOn: today,
  },
  // A builder's parts are those of the kind it builds.
  ...(more as object),
})

const recordVisit = (): Act => ({
  village: gaoqiao,
  household: wangFamily,
  kind: 'visit.record',
  body: { visit, on: today, time: null, companions: [], outcome: { is: 'held' } },
  diary: '今天去了守田叔家',
})

const agree = (need: string, more: Partial<Act> = {}): Act => ({
  village: gaoqiao,
  household: wangFamily,
  kind: 'need.agree',
  body: { need: asId<NeedId>(need), agreedOn: today, mayTell: '路', keepBack: '' },
  ...(more as object),
})

async function start(): Promise<{ world: World; phone: SimulatedDevice; other: SimulatedDevice }> {
  const world = newWorld([zhouMin, tianJianguo, liuYulan], noon)
  const phone = await createDevice(world, zhouMin, 'zhou')
  const other = await createDevice(world, tianJianguo, 'tian')
  await phone.engine().sync()
  await other.engine().sync()
  return { world, phone, other }
}

const logOf = (world: World) => world.server.villages.get(gaoqiao)?.log ?? []
const idsIn = (world: World) => logOf(world).map(({ change }) => change.id)
const waitingOn = (device: SimulatedDevice) => device.engine().state().outbox.waiting
const reviewOn = (device: SimulatedDevice) => device.engine().state().outbox.forReview
const needsOn = (device: SimulatedDevice) =>
  (shownHousehold(device.engine().state(), gaoqiao, wangFamily)?.needs ?? []).map(({ id }) => id)

async function written(device: SimulatedDevice, ...acts: readonly Act[]): Promise<readonly ChangeId[]> {
  const answer = await device.engine().write(acts)
  if (!answer.ok) throw new Error(answer.because)
  return answer.value
}

describe('exactly once, nothing lost', () => {
  test('[S1] a change whose answer was lost is sent again and stands in the log once', async () => {
    const { world, phone } = await start()
    const [id] = await written(phone, raise('need-0001'))
    world.weather.push('unanswered')
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'no-signal' })
    expect(waitingOn(phone)).toHaveLength(1)
    world.weather.push('twice')
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(idsIn(world).filter(one => one === id)).toHaveLength(1)
    expect(waitingOn(phone)).toEqual([])
  })

  test('[S2] a change waits until the server’s word on it is on the disk', async () => {
    const { world, phone } = await start()
    await written(phone, raise('need-0001'))
    phone.fates.push('full')
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'not-stored' })
    expect(idsIn(world)).toHaveLength(3)
    expect(waitingOn(phone)).toHaveLength(1)
    await phone.reopen()
    expect(waitingOn(phone)).toHaveLength(1)
    await phone.engine().sync()
    expect(idsIn(world)).toHaveLength(3)
    expect(waitingOn(phone)).toEqual([])
  })

  test('[S2] received is said only when nothing waits and the server has said so', async () => {
    const { world, phone } = await start()
    const before = phone.engine().state().facts.receivedAt
    world.now = minutesLater(5)
    await written(phone, raise('need-0001'))
    world.weather.push('lost')
    await phone.engine().sync()
    expect(phone.engine().state().facts.receivedAt).toBe(before)
    await phone.engine().sync()
    expect(phone.engine().state().facts.receivedAt).toBe(minutesLater(5))
  })

  test('[S3] what was written is there after a crash at any step, and drafts are too', async () => {
    const { phone } = await start()
    await phone.engine().keepDraft(`diary/${visit}`, '今天去了守田叔家')
    phone.fates.push('dies-before')
    const lost = await phone.engine().write([{ ...recordVisit(), draft: `diary/${visit}` }])
    expect(lost).toEqual({ ok: false, because: 'not-stored' })
    await phone.reopen()
    expect(phone.engine().state().drafts.get(`diary/${visit}`)).toBe('今天去了守田叔家')
    expect(waitingOn(phone)).toEqual([])
    phone.fates.push('dies-after')
    await phone.engine().write([{ ...recordVisit(), draft: `diary/${visit}` }])
    await phone.reopen()
    expect(waitingOn(phone)[0]?.diary).toBe('今天去了守田叔家')
    expect(phone.engine().state().drafts.size).toBe(0)
  })

  test('[S3] several acts are stored together or not at all', async () => {
    const { phone } = await start()
    const first = asId<ChangeId>('first-change')
    const answer = await phone
      .engine()
      .write([raise('need-0001', { id: first }), agree('need-0001', { after: [first] }), agree('need-0001')])
    expect(answer).toEqual({ ok: false, because: 'not-heard' })
    expect(waitingOn(phone)).toEqual([])
    await written(phone, raise('need-0001', { id: first }), agree('need-0001', { after: [first] }))
    expect(waitingOn(phone)).toHaveLength(2)
  })

  test('[S4] a refused change takes with it only what builds on it', async () => {
    const { world, phone, other } = await start()
    await written(phone, raise('need-0001'))
    await written(other, raise('need-0001'))
    const [, , alone] = await written(
      other,
      agree('need-0001', { after: [waitingOn(other)[0]?.change.id ?? asId<ChangeId>('none-at-all')] }),
      recordVisit(),
      raise('need-0002'),
    )
    await phone.engine().sync()
    await other.engine().sync()
    expect(reviewOn(other).map(({ because }) => because)).toEqual(['need-exists', 'depends-on-refused'])
    expect(idsIn(world)).toContain(alone)
    expect(waitingOn(other)).toEqual([])
  })

  test('[S4] [S16] a change the server cannot even read is found, kept for review, and blocks nothing', async () => {
    const { world, phone } = await start()
    const ids = await written(phone, ...[1, 2, 3, 4, 5].map(at => raise(`need-000${at}`)))
    world.unreadable.add(ids[2] ?? asId<ChangeId>('none-at-all'))
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(waitingOn(phone)).toEqual([])
    expect(reviewOn(phone).map(({ change, because }) => [change.id, because])).toEqual([
      [ids[2], 'broken-change'],
    ])
    expect(idsIn(world)).toEqual(expect.arrayContaining(ids.filter(id => id !== ids[2])))
  })

  test('[S19] where the server understands nothing at all, nothing is set aside', async () => {
    const { world, phone } = await start()
    await written(phone, raise('need-0001'), raise('need-0002'))
    world.understandsNothing = true
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'not-understood' })
    expect(waitingOn(phone)).toHaveLength(2)
    world.understandsNothing = false
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(waitingOn(phone)).toEqual([])
    expect(reviewOn(phone)).toEqual([])
  })

  test('[S5] a refused change is kept over a restart, and mended it waits again, with what builds on it', async () => {
    const { world, phone, other } = await start()
    await written(phone, raise('need-0001'))
    const [first] = await written(other, raise('need-0001'))
    if (first === undefined) throw new Error('nothing was written')
    const [second] = await written(other, agree('need-0001', { after: [first] }))
    await phone.engine().sync()
    await other.engine().sync()
    await other.reopen()
    expect(reviewOn(other)).toHaveLength(2)
    const { body } = raise('need-0009')
    const mended = await other.engine().resend(first, body)
    expect(mended.ok).toBe(true)
    expect(reviewOn(other).map(({ change }) => change.after)).toEqual([mended.ok ? [mended.value] : []])
    await other.engine().discard(second ?? first)
    await other.engine().sync()
    await other.reopen()
    expect(reviewOn(other)).toEqual([])
    expect(needsOn(other)).toEqual(['need-0001', 'need-0009'])
    expect(idsIn(world)).not.toContain(first)
  })

  test('[S6] after a restore from an older backup, what was received is offered again', async () => {
    const { world, phone, other } = await start()
    const backup = world.server
    const ids = await written(phone, raise('need-0001'), recordVisit())
    await phone.engine().sync()
    const [more] = await written(other, raise('need-0002'))
    await other.engine().sync()
    world.server = { ...backup, epoch: 'epoch-after-restore' }
    await written(phone, agree('need-0001'))
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(await other.engine().sync()).toEqual({ ok: true })
    await phone.engine().sync()
    expect(idsIn(world)).toEqual(expect.arrayContaining([...ids, more]))
    expect(waitingOn(phone)).toEqual([])
    expect(reviewOn(phone)).toEqual([])
    expect(needsOn(phone).toSorted()).toEqual(['need-0001', 'need-0002'])
    expect(world.server.villages.get(gaoqiao)?.diaries).toHaveLength(1)
  })
})

describe('same everywhere', () => {
  test('[S11] the own word is shown at once, and all the while until the accepted state holds it', async () => {
    const { phone, other } = await start()
    for (let at = 0; at < 20; at++) await written(other, raise(`need-t${String(at).padStart(3, '0')}`))
    await other.engine().sync()
    await written(phone, raise('need-0001'))
    const seen: boolean[] = []
    phone.engine().listen(() => seen.push(needsOn(phone).filter(id => id === 'need-0001').length === 1))
    await phone.engine().sync()
    expect(seen.length).toBeGreaterThan(2)
    expect(seen).not.toContain(false)
    expect(needsOn(phone)).toHaveLength(21)
  })

  test('[S9] a village that does not add up is fetched anew, and the outbox is kept', async () => {
    const { world, phone, other } = await start()
    const base = (await phone.disk.read()).bases.get(gaoqiao)
    if (base === undefined) throw new Error('no base on the disk')
    await phone.disk.commit([
      {
        put: 'bases',
        key: gaoqiao,
        value: { ...base, households: base.households.filter(({ id }) => id === fuFamily), checksum: 1 },
      },
    ])
    await phone.reopen()
    await written(other, raise('need-0002'))
    await other.engine().sync()
    await written(phone, {
      village: gaoqiao,
      household: fuFamily,
      kind: 'household.decline',
      body: { notBefore: asDay('2026-05-01') },
    })
    expect(await phone.engine().sync()).toEqual({ ok: true })
    const held = phone.engine().state().villages.get(gaoqiao)
    const server = world.server.villages.get(gaoqiao)
    expect(held?.facts).toMatchObject({ agrees: true, refetch: false })
    expect(held?.replica.checksum).toBe(checksumOf(server?.households.values() ?? []))
    expect(waitingOn(phone)).toEqual([])
    expect(logOf(world).at(-1)?.change.kind).toBe('household.decline')
  })

  test('[S9] where even the fresh village does not add up, the device says so and asks no endless time', async () => {
    const { world, phone } = await start()
    world.wrongChecksums = true
    const before = world.requests.length
    await phone.engine().sync()
    expect(phone.engine().state().villages.get(gaoqiao)?.facts.agrees).toBe(false)
    expect(world.requests.length - before).toBeLessThanOrEqual(3)
    world.wrongChecksums = false
    await phone.engine().sync()
    expect(phone.engine().state().villages.get(gaoqiao)?.facts.agrees).toBe(true)
  })

  test('[S20] what one tab writes another sends, and both show the same', async () => {
    const { world, phone } = await start()
    const leader = phone.engine()
    await phone.reopen()
    const [id] = await written(phone, raise('need-0001'))
    await leader.reload()
    await leader.sync()
    await phone.engine().reload()
    expect(idsIn(world)).toContain(id)
    expect(waitingOn(phone)).toEqual([])
    expect(phone.engine().state()).toEqual(leader.state())
  })
})

describe('only what is yours', () => {
  test('[S13] a village outside the grants is gone from memory and disk; what waited there still arrives', async () => {
    const { world, phone } = await start()
    await written(phone, recordVisit())
    await phone.engine().sync()
    const [late] = await written(phone, raise('need-0001'))
    await phone.engine().keepOpening({
      id: asId<OpeningId>('opening-0001'),
      village: gaoqiao,
      household: wangFamily,
      why: 'prepare',
      openedAt: noon,
    })
    world.actors.set(zhouMin.id, { ...zhouMin, grants: [teamGrant(gaoqiao, { until: today })] })
    world.now = asInstant('2026-04-20T01:00:00.000Z')
    await phone.engine().sync()
    expect(idsIn(world)).toContain(late)
    const state = phone.engine().state()
    expect([...state.villages.keys()]).toEqual([])
    expect([...state.diaries.keys()]).toEqual([])
    expect(state.openings).toEqual([])
    const disk = await phone.disk.read()
    for (const shelf of ['villages', 'bases', 'tails', 'outbox', 'received', 'diaries'] as const)
      expect(disk[shelf].size, shelf).toBe(0)
  })

  test('[S13] other eyes on the same village begin from nothing', async () => {
    const { world, phone } = await start()
    await written(phone, raise('need-0001'))
    await phone.engine().sync()
    expect(needsOn(phone)).toEqual(['need-0001'])
    world.actors.set(zhouMin.id, { ...liuYulan, id: zhouMin.id })
    await phone.engine().sync()
    expect(phone.engine().state().villages.get(gaoqiao)?.facts.audience).toBe('cadre')
    expect(needsOn(phone)).toEqual([])
    expect(JSON.stringify([...(await phone.disk.read()).tails])).not.toContain('need-0001')
  })

  test('[S12] an answer for somebody else’s session is not taken in', async () => {
    const { world, phone } = await start()
    await written(phone, raise('need-0001'))
    world.actors.set(zhouMin.id, tianJianguo)
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'another-person' })
    expect(waitingOn(phone)).toHaveLength(1)
  })

  test('[S12] the device refuses at once what the grants do not allow', async () => {
    const { phone } = await start()
    const answer = await phone.engine().write([raise('need-0001', { village: otherVillage })])
    expect(answer).toEqual({ ok: false, because: 'outside-grants' })
  })
})

describe('always moving', () => {
  test('[S16] whatever the trouble was, one sync after it drains the outbox', async () => {
    for (const weather of ['lost', 'unanswered', 'signed-out', 'down'] as const) {
      const { world, phone } = await start()
      await written(phone, raise('need-0001'), recordVisit())
      world.weather.push(weather)
      expect((await phone.engine().sync()).ok).toBe(false)
      await written(phone, agree('need-0001'))
      expect(await phone.engine().sync()).toEqual({ ok: true })
      expect(waitingOn(phone)).toEqual([])
    }
  })

  test('[S17] many changes go in batches, and a cut goes on where it was', async () => {
    const { world, phone } = await start()
    await written(phone, ...Array.from({ length: 450 }, (_, at) => raise(`need-${1000 + at}`)))
    world.weather.push('fine', 'unanswered')
    await phone.engine().sync()
    expect(waitingOn(phone)).toHaveLength(250)
    await phone.engine().sync()
    expect(waitingOn(phone)).toEqual([])
    expect(new Set(idsIn(world)).size).toBe(idsIn(world).length)
    expect(Math.max(...world.requests.map(({ changes }) => changes.length))).toBe(200)
  })

  test('[S17] an answer whose packed states are cut changes nothing', async () => {
    const world = newWorld([zhouMin], noon)
    const phone = await createDevice(world, zhouMin, 'zhou')
    const engine = await openEngine({
      store: phone.disk,
      transport: { ...world.transport, unzip: text => Promise.resolve(text.slice(0, -3)) },
      now: () => noon,
      newChangeId: () => asId<ChangeId>('change-0001'),
    })
    expect(await engine?.sync()).toEqual({ ok: false, because: 'no-signal' })
    expect(engine?.state().villages.size).toBe(0)
    await phone.engine().sync()
    expect(phone.engine().state().villages.get(gaoqiao)?.replica.households.size).toBe(2)
  })

  test('[S16] what is written while a sync is under way goes out with it', async () => {
    const { phone } = await start()
    await written(phone, raise('need-0001'))
    const syncing = phone.engine().sync()
    await written(phone, raise('need-0002'))
    expect(await syncing).toEqual({ ok: true })
    expect(waitingOn(phone)).toEqual([])
  })

  test('[S18] a wrong clock changes no order: changes go out as they were written', async () => {
    const { world, phone } = await start()
    world.now = minutesLater(30)
    const first = await written(phone, raise('need-0001'))
    world.now = minutesLater(-30)
    const second = await written(phone, agree('need-0001'))
    await phone.reopen()
    world.now = minutesLater(40)
    await phone.engine().sync()
    expect(idsIn(world).slice(-2)).toEqual([...first, ...second])
  })

  test('[S21] a full disk is said, the screen’s words are not taken for stored, and the next try can do', async () => {
    const { phone } = await start()
    phone.fates.push('full')
    expect(await phone.engine().write([raise('need-0001')])).toEqual({ ok: false, because: 'not-stored' })
    expect(phone.engine().contact().notStored).toBe(true)
    expect(needsOn(phone)).toEqual([])
    await written(phone, raise('need-0001'))
    expect(phone.engine().contact().notStored).toBe(false)
  })
})
