import { describe, expect, test } from 'vitest'
import { newHousehold } from '#domain/households/household.ts'
import { fuFamily, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { newsWith, scriptedPhone, syncAnswerTo } from '#test/builders/scripted.ts'
import type { SyncAnswer1, SyncRequest1 } from '../wire-1.ts'
import type { Act } from './act.ts'
import { sendable } from './request.ts'

const wang = newHousehold(wangFamily, gaoqiao)
const register: Act = {
  village: gaoqiao,
  household: fuFamily,
  kind: 'household.register',
  body: { facts: [], members: [] },
}

function answer1(request: SyncRequest1): SyncAnswer1 {
  const { handedOver, handed, villages, ...rest } = syncAnswerTo({
    ...request,
    wire: 2,
    villages: [],
    room: 0,
    report: { app: '', waiting: 0, oldestAt: null, forReview: 0, notStored: false },
    handOver: [],
    taken: [],
  })
  const { colleagues, ...news } = newsWith()
  expect([handedOver, handed, villages, colleagues]).toEqual([[], [], [], []])
  const gzip = JSON.stringify([wang])
  return { ...rest, wire: 1, villages: [{ ...news, answer: { is: 'snapshot', upTo: 4, gzip } }] }
}

describe('a server of the first wire', () => {
  test('[S19] is spoken to in its own words, and nothing is lost', async () => {
    const phone = await scriptedPhone(() => ({ ok: false, because: 'other-version' }))
    const heard: SyncRequest1[] = []
    phone.saysOlder = request => {
      heard.push(request)
      return { ok: true, answer: answer1(request) }
    }
    expect(await phone.engine().write([register])).toMatchObject({ ok: true })
    expect(await phone.engine().sync()).toEqual({ ok: true })
    expect(Object.keys(heard[0] ?? {}).toSorted()).toEqual([
      'changes',
      'device',
      'epoch',
      'openings',
      'villages',
      'wire',
    ])
    expect(phone.engine().contact().olderServer).toBe(true)
    expect(phone.engine().state().outbox.waiting).toEqual([])
    expect(phone.engine().state().villages.get(gaoqiao)?.replica.households.size).toBe(1)
    phone.says = request => syncAnswerTo(request)
    await phone.engine().sync()
    expect(phone.engine().contact().olderServer).toBe(false)
  })

  test('[S19] where even the first wire is not understood, all waits', async () => {
    const phone = await scriptedPhone(() => ({ ok: false, because: 'other-version' }))
    await phone.engine().write([register])
    expect(await phone.engine().sync()).toEqual({ ok: false, because: 'other-version' })
    expect(phone.engine().state().outbox.waiting).toHaveLength(1)
  })

  test('[S19] kinds it does not know wait, with what builds on them; the rest goes', async () => {
    const phone = await scriptedPhone()
    const first = await phone.engine().write([register])
    const state = phone.engine().state()
    const [known] = state.outbox.waiting
    if (known === undefined || !first.ok) throw new Error('nothing was written')
    // A kind that comes with the second wire.
    const newer = { ...known, change: { ...known.change, id: 'change-newer', kind: 'household.settle' } }
    const upon = { ...known, change: { ...known.change, id: 'change-upon', after: ['change-newer'] } }
    const waiting = [newer, upon, known] as typeof state.outbox.waiting
    const outbox = { ...state.outbox, waiting }
    expect(sendable({ ...state, outbox }, true)).toEqual([known])
    expect(sendable({ ...state, outbox }, false)).toHaveLength(3)
  })
})

describe('the report', () => {
  test('[H10] a device says how its words arrive, and nothing of what was done', async () => {
    const phone = await scriptedPhone()
    await phone.engine().write([register])
    phone.says = () => ({ ok: false, because: 'no-signal' })
    await phone.engine().sync()
    expect(phone.requests.at(-1)?.report).toEqual({
      app: '0.2.0',
      waiting: 1,
      oldestAt: '2026-04-16T04:00:00.000Z',
      forReview: 0,
      notStored: false,
    })
  })
})
