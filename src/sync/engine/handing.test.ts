import { describe, expect, test } from 'vitest'
import { asId, type ChangeId, type VisitId } from '#domain/base/ids.ts'
import { newHousehold } from '#domain/households/household.ts'
import { noon, raise, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, tianJianguo, zhouMin } from '#test/builders/people.ts'
import { newsWith, scriptedPhone, type ScriptedPhone } from '#test/builders/scripted.ts'
import type { Handed, SyncRequest } from '../wire.ts'
import type { Act } from './act.ts'
import { shownHousehold } from './shown.ts'

const wang = newHousehold(wangFamily, gaoqiao)
const visit = asId<VisitId>('visit-0001')
const tian = { id: tianJianguo.id, name: tianJianguo.name }

const record: Act = {
  village: gaoqiao,
  household: wangFamily,
  kind: 'visit.record',
  body: { visit, on: today, time: null, companions: [], outcome: { is: 'held' } },
  diary: '守田叔留我们喝了茶',
}

const states = (upTo: number, household = wang) =>
  newsWith({
    answer: { is: 'states', upTo, whole: true, households: [household] },
    colleagues: [tian],
  })

const refusesAll = (request: SyncRequest) => ({
  villages: [states(5)],
  verdicts: request.changes.map(
    ({ change }) => ({ id: change.id, ok: false, because: 'visit-exists' }) as const,
  ),
})

const reviewOn = (phone: ScriptedPhone) => phone.engine().state().outbox.forReview

/** A phone on which one visit was refused. */
async function refusedPhone(): Promise<{ phone: ScriptedPhone; id: ChangeId }> {
  const phone = await scriptedPhone(() => ({ villages: [states(5)] }))
  await phone.engine().sync()
  const written = await phone.engine().write([record])
  if (!written.ok) throw new Error(written.because)
  phone.says = refusesAll
  await phone.engine().sync()
  const [id] = written.value
  if (id === undefined) throw new Error('nothing was written')
  return { phone, id }
}

describe('a refused change handed to a colleague', () => {
  test('[S5] it leaves review only when the server has said that the colleague has it', async () => {
    const { phone, id } = await refusedPhone()
    expect(await phone.engine().handOver(id, tian)).toEqual({ ok: true })
    phone.says = () => ({ ok: false, because: 'no-signal' })
    await phone.engine().sync()
    await phone.reopen()
    expect(reviewOn(phone)).toHaveLength(1)
    phone.says = ({ handOver }) => ({
      handedOver: handOver.map(({ change }) => ({ id: change, ok: true })),
    })
    await phone.engine().sync()
    expect(phone.requests.at(-1)?.handOver).toEqual([
      { change: id, village: gaoqiao, to: tian.id, diary: '守田叔留我们喝了茶' },
    ])
    await phone.reopen()
    expect(reviewOn(phone)).toEqual([])
  })

  test('[S5] [S6] a restore that forgets a handing over brings it back, and it is handed over again', async () => {
    const { phone, id } = await refusedPhone()
    await phone.engine().handOver(id, tian)
    phone.says = ({ handOver }) => ({
      handedOver: handOver.map(({ change }) => ({ id: change, ok: true })),
    })
    await phone.engine().sync()
    expect(reviewOn(phone)).toEqual([])
    phone.says = () => ({ epoch: 'epoch-restored' })
    await phone.engine().sync()
    await phone.reopen()
    expect(reviewOn(phone)).toHaveLength(1)
    expect(phone.requests.at(-1)?.handOver.map(({ change }) => change)).toEqual([id])
  })

  test('[S5] where the server says no, it stays, says so, and is not asked for again and again', async () => {
    const { phone, id } = await refusedPhone()
    await phone.engine().handOver(id, tian)
    phone.says = ({ handOver }) => ({
      handedOver: handOver.map(({ change }) => ({ id: change, ok: false })),
    })
    await phone.engine().sync()
    await phone.reopen()
    expect(phone.engine().state().handing.get(id)).toEqual({ change: id, to: tian, declined: true })
    expect(reviewOn(phone)).toHaveLength(1)
    await phone.engine().sync()
    expect(phone.requests.at(-1)?.handOver).toEqual([])
    expect(await phone.engine().resend(id, null)).toMatchObject({ ok: true })
    expect(phone.engine().state().handing.size).toBe(0)
  })

  test('[S5] the colleagues of the village’s team are known, also after a restart', async () => {
    const { phone } = await refusedPhone()
    await phone.reopen()
    expect(phone.engine().state().villages.get(gaoqiao)?.facts.colleagues).toEqual([tian])
  })
})

describe('what a colleague handed over', () => {
  const handed: Handed = {
    change: raise(asId('need-from-tian')),
    diary: null,
    because: 'need-exists',
    from: tian,
  }

  test('[S5] it comes into review once, with who it is from, and the server is told until it has answered', async () => {
    const phone = await scriptedPhone(() => ({ villages: [states(5)], handed: [handed] }))
    await phone.engine().sync()
    expect(reviewOn(phone)).toMatchObject([{ from: tian, because: 'need-exists', writtenAt: noon }])
    phone.says = () => ({ ok: false, because: 'no-signal' })
    await phone.engine().sync()
    await phone.reopen()
    // The word was lost on the way: the server offers it again.
    phone.says = () => ({ handed: [handed] })
    await phone.engine().sync()
    expect(phone.requests.at(-1)?.taken).toEqual([handed.change.id])
    expect(reviewOn(phone)).toHaveLength(1)
    phone.says = () => ({})
    await phone.engine().sync()
    expect(phone.engine().state().taken).toEqual([])
    await phone.engine().sync()
    expect(phone.requests.at(-1)?.taken).toEqual([])
  })

  test('[S5] what was let go does not come back because a word was lost', async () => {
    const phone = await scriptedPhone(() => ({ handed: [handed] }))
    await phone.engine().sync()
    await phone.engine().discard(handed.change.id)
    await phone.engine().sync()
    await phone.reopen()
    await phone.engine().sync()
    expect(reviewOn(phone)).toEqual([])
  })

  test('[S5] sent again it is a new change of mine', async () => {
    const phone = await scriptedPhone(() => ({ villages: [states(5)], handed: [handed] }))
    await phone.engine().sync()
    phone.says = () => ({})
    const sent = await phone.engine().resend(handed.change.id, null)
    expect(sent.ok && sent.value).not.toBe(handed.change.id)
    expect(reviewOn(phone)).toEqual([])
    const [waiting] = phone.engine().state().outbox.waiting
    expect(waiting).toMatchObject({ change: { kind: 'need.raise', household: wangFamily } })
    expect(waiting).not.toHaveProperty('from')
  })
})

describe('a household that asked to be erased', () => {
  const erased = { ...wang, erased: { on: today } }

  test('[S15] nothing that was said about it stays on the device; what waits goes, and loses its words when refused', async () => {
    const { phone } = await refusedPhone()
    phone.says = () => ({
      villages: [
        newsWith({
          answer: {
            is: 'changes',
            from: 5,
            upTo: 6,
            changes: [
              {
                seq: 6,
                change: raise(asId('need-secret')),
                author: zhouMin,
                receivedAt: noon,
              },
            ],
          },
          diaries: [{ visit: asId('visit-0002'), household: wangFamily, text: '他家的事' }],
        }),
      ],
    })
    await phone.engine().sync()
    await phone.engine().keepDraft(`plan/${wangFamily}`, '他家的安排')
    await phone.engine().keepDraft(`diary/${wangFamily}/visit-0009`, '他家的日记')
    await phone.engine().keepDraft('diary/household-fu-1/visit-0010', '别家的日记')
    const received = await phone.engine().write([{ ...raised('need-mine-01') }])
    expect(received.ok).toBe(true)
    phone.says = request => ({
      villages: [newsWith({ answer: { is: 'states', upTo: 8, whole: false, households: [erased] } })],
      verdicts: request.changes.map(({ change }) => ({ id: change.id, ok: true, seq: 7 })),
    })
    await phone.engine().sync()
    const text = JSON.stringify(Object.values(await phone.disk.read()).map(shelf => [...shelf.entries()]))
    for (const words of ['守田叔', '门口那截路', '他家的']) expect(text).not.toContain(words)
    expect(text).toContain('别家的日记')
    await phone.reopen()
    expect(reviewOn(phone)).toMatchObject([
      { because: 'household-erased', diary: null, change: { kind: 'visit.record', body: {} } },
    ])
    expect(shownHousehold(phone.engine().state(), gaoqiao, wangFamily)).toBeNull()
    expect(await phone.engine().resend(reviewOn(phone)[0]?.change.id ?? asId('none-at-all'), null)).toEqual({
      ok: false,
      because: 'household-erased',
    })
  })

  test('[S5] [S15] what was written before the device knew is refused by the server, and only its kind stays', async () => {
    const phone = await scriptedPhone(() => ({ villages: [states(5)] }))
    await phone.engine().sync()
    await phone.engine().write([record])
    phone.says = request => ({
      verdicts: request.changes.map(
        ({ change }) => ({ id: change.id, ok: false, because: 'household-erased' }) as const,
      ),
    })
    await phone.engine().sync()
    expect(reviewOn(phone)).toMatchObject([{ because: 'household-erased', diary: null }])
    expect(JSON.stringify([...(await phone.disk.read()).review])).not.toContain('喝了茶')
  })
})

const raised = (need: string): Act => {
  const { village, household, kind, body } = raise(asId(need))
  return { village, household, kind, body } as Act
}
