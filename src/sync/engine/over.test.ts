import { expect, test } from 'vitest'
import { addDays, asInstant } from '#domain/base/days.ts'
import { asId, type ChangeId, type VisitId } from '#domain/base/ids.ts'
import { seenBy } from '#domain/access/may-see.ts'
import { newHousehold, type Household } from '#domain/households/household.ts'
import { change, minutesLater, noon, today, wangFamily } from '#test/builders/changes.ts'
import { gaoqiao, liuYulan, zhouMin } from '#test/builders/people.ts'
import { newsWith, scriptedPhone, type ScriptedPhone } from '#test/builders/scripted.ts'
import { evolve } from '../evolve.ts'
import type { Change, Recorded } from '../change.ts'
import type { Act } from './act.ts'

const visit = asId<VisitId>('visit-0001')
const tomorrow = minutesLater(24 * 60)

const recorded = (seq: number, change: Change): Recorded => ({
  seq,
  change,
  author: zhouMin,
  receivedAt: noon,
})
const plan = change('visit.plan', { visit, on: today, time: null, purpose: '坐坐', companions: [] })
const advice = (words: string, saidOn = today) =>
  change('advice.give', {
    visit,
    saidBy: liuYulan.name,
    via: 'telephone',
    saidOn,
    when: null,
    address: '',
    mindful: '',
    words,
    leaveAlone: 'no',
  })
const record = change('visit.record', {
  visit,
  on: today,
  time: null,
  companions: [],
  outcome: { is: 'held' },
})
const expire = change('advice.expire', { visit, saidBefore: addDays(today, 2), askedOn: today, unready: [] })

const planned = evolve(newHousehold(wangFamily, gaoqiao), recorded(1, plan))
if (planned === null) throw new Error('a household')
const held = evolve(planned, recorded(2, record))
if (held === null) throw new Error('a household')

const actOf = ({ village, household, kind, body }: Change): Act =>
  // An act is a change without what the device adds to it.
  ({ village, household, kind, body }) as Act

const onDisk = async (phone: ScriptedPhone) =>
  JSON.stringify(Object.values(await phone.disk.read()).map(shelf => [...shelf.entries()]))

const answered = (from: number, ...changes: readonly Change[]) => {
  const log = changes.map((one, at) => recorded(from + at + 1, one))
  return newsWith({ answer: { is: 'changes', from, upTo: from + log.length, changes: log } })
}

test('[H2] [S15] a device drops the words of advice once the log says they are over: base, tails, received, drafts', async () => {
  const phone = await scriptedPhone(() => ({
    villages: [newsWith({ answer: { is: 'states', upTo: 1, whole: true, households: [planned] } })],
  }))
  await phone.engine().sync()
  await phone.engine().write([actOf(advice('我替她记的'))])
  phone.says = request => ({
    villages: [answered(1, advice('天擦黑再去'), ...request.changes.map(({ change }) => change))],
    verdicts: request.changes.map(({ change }) => ({ id: change.id, ok: true, seq: 3 })),
  })
  await phone.engine().sync()
  await phone.engine().keepDraft(`advice-told/${visit}`, '写了一半')
  expect(await onDisk(phone)).toContain('天擦黑')
  phone.says = () => ({ villages: [answered(3, record)] })
  await phone.engine().sync()
  expect(await onDisk(phone)).toContain('我替她记的')
  phone.says = () => ({ villages: [answered(4, expire)], now: tomorrow })
  await phone.engine().sync()
  for (const words of ['天擦黑', '我替她记的', '写了一半'])
    expect([words, (await onDisk(phone)).includes(words)]).toEqual([words, false])
})

test('[H2] [S14] a village cadre’s phone lets go of what it said the day after the visit is out of its sight', async () => {
  const seen = seenBy('cadre', planned)
  const statesOf = (upTo: number, household: Household) =>
    newsWith({ audience: 'cadre', answer: { is: 'states', upTo, whole: true, households: [household] } })
  const cadre = { actor: { ...liuYulan, id: zhouMin.id } }
  const phone = await scriptedPhone(() => ({ ...cadre, villages: [statesOf(1, seen)] }))
  await phone.engine().sync()
  await phone.engine().write([actOf(advice('狗拴着，喊一声再进'))])
  phone.says = request => ({
    ...cadre,
    villages: [statesOf(3, seenBy('cadre', held))],
    verdicts: request.changes.map(({ change }) => ({ id: change.id, ok: true, seq: 2 })),
  })
  await phone.engine().sync()
  expect(await onDisk(phone)).toContain('狗拴着')
  phone.says = () => ({ ...cadre, now: tomorrow })
  await phone.engine().sync()
  expect(await onDisk(phone)).not.toContain('狗拴着')
})

test('[H2] [S5] advice that was refused loses its words the day after its visit; that it was refused stays', async () => {
  const phone = await scriptedPhone(() => ({
    villages: [newsWith({ answer: { is: 'states', upTo: 1, whole: true, households: [planned] } })],
  }))
  await phone.engine().sync()
  await phone.engine().write([actOf(advice('来晚了的话'))])
  phone.says = request => ({
    villages: [answered(1, record)],
    verdicts: request.changes.map(({ change }) => ({ id: change.id, ok: false, because: 'visit-over' })),
  })
  await phone.engine().sync()
  expect(await onDisk(phone)).toContain('来晚了的话')
  phone.says = () => ({ now: tomorrow })
  await phone.engine().sync()
  expect(await onDisk(phone)).not.toContain('来晚了的话')
  const [left] = phone.engine().state().outbox.forReview
  expect(left).toMatchObject({ because: 'advice-over', change: { kind: 'advice.give', body: {} } })
  expect(await phone.engine().resend(left?.change.id ?? asId<ChangeId>('none-at-all'), null)).toEqual({
    ok: false,
    because: 'advice-over',
  })
})

test('[H8] a story nothing came of leaves the device after 180 days', async () => {
  const phone = await scriptedPhone(() => ({
    villages: [
      newsWith({
        answer: { is: 'states', upTo: 2, whole: true, households: [held] },
        diaries: [{ visit, household: wangFamily, text: '他留我们喝了茶' }],
      }),
    ],
  }))
  await phone.engine().sync()
  expect(await onDisk(phone)).toContain('喝了茶')
  phone.says = () => ({ now: asInstant('2026-10-15T04:00:00.000Z') })
  await phone.engine().sync()
  expect(await onDisk(phone)).not.toContain('喝了茶')
})
