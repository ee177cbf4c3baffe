import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/base/days.ts'
import { agree, change, minutesLater, raise, road, today, wangFamily } from '#test/builders/changes.ts'
import {
  accepted,
  agreed,
  answered,
  find,
  hear,
  heard,
  refer,
  registered,
  tell,
} from '#test/builders/household.ts'
import { gaoqiao, hanZhiming, liuWenqing, liuYulan, tianJianguo, zhouMin } from '#test/builders/people.ts'
import type { Actor } from '../access/grants.ts'
import { asId, type PersonId } from '../base/ids.ts'
import { isOpenNeed } from './need.ts'
import { hasNoNextStep } from './totals.ts'

const takeInHand = (next: { what: string; by: typeof today } | null = { what: '请水管员来看', by: today }) =>
  change('need.take-in-hand', { need: road, on: today, way: 'guided', next })

const family: Actor = {
  id: asId<PersonId>('card-of-the-wangs'),
  name: '王守田家',
  role: 'household',
  grants: [{ is: 'card', village: gaoqiao, household: wangFamily, from: today, until: null }],
}

const byCard = (says: 'solved' | 'not-solved' | 'rather-not-say', on = today) =>
  change('need.hear-answer', { need: road, on, says, saidBy: '王守田家', words: '', channel: 'card' })

describe('the life of a need', () => {
  test('[H11] what a visit finds becomes a need with an owner: whoever was asked first', () => {
    expect(heard().need()).toMatchObject({
      stage: { is: 'heard' },
      owner: { name: '周敏' },
      firstAsked: { name: '周敏' },
    })
  })

  test('[H11] done there and then is lawful from the first hearing, and waits for the household’s word', () => {
    const done = heard().after(
      change('need.do-on-the-spot', { need: road, on: today, result: '换了灯泡', doneBy: '田建国' }),
    )
    expect(done.need().stage).toMatchObject({
      is: 'answered',
      way: 'on-the-spot',
      found: { words: '换了灯泡' },
    })
    expect(isOpenNeed(done.need())).toBe(true)
  })

  test('[H15] a way is chosen only after the household has agreed', () => {
    expect(heard().refusal(takeInHand())).toBe('not-agreed')
    expect(agreed().after(takeInHand()).need().stage).toMatchObject({ is: 'in-hand', way: 'guided' })
  })

  test('[H17] a referral keeps to what the household agreed may be told, and comes back with a reason', () => {
    const returned = change('referral.return', { need: road, on: today, reason: '' })
    const offered = agreed().after(refer())
    expect(offered.need()).toMatchObject({
      department: { name: '县水利局' },
      stage: { is: 'waiting', referral: { told: '门口的路' } },
    })
    expect(offered.refusal(returned, hanZhiming)).toBe('reason-missing')
    const back = offered.after(
      change('referral.return', { need: road, on: today, reason: '不归我们' }),
      hanZhiming,
    )
    expect(back.need()).toMatchObject({ department: null, stage: { is: 'in-hand', next: null } })
    expect(hasNoNextStep(back.need())).toBe(true)
  })

  test('[H17] an extension ends later and says why', () => {
    const extend = (days: number, reason: string) =>
      change('referral.extend', { need: road, on: today, dueOn: addDays(today, days), reason })
    expect(accepted().refusal(extend(0, '等料'), hanZhiming)).toBe('extension-not-later')
    expect(accepted().refusal(extend(5, ' '), hanZhiming)).toBe('reason-missing')
    expect(accepted().after(extend(5, '等料'), hanZhiming).need().stage).toMatchObject({
      referral: { state: { dueOn: addDays(today, 5), extensions: [{ reason: '等料' }] } },
    })
  })

  test('[H21] the first person asked owns the need until another has accepted it', () => {
    expect(agreed().after(refer()).need().owner.name).toBe('周敏')
    expect(accepted().need().owner.name).toBe('韩志明')
    expect(accepted().need().firstAsked.name).toBe('周敏')
  })

  test('[H17] what a department has accepted, only the department finds the result of', () => {
    expect(accepted().refusal(find())).toBe('not-your-act')
    expect(agreed().after(refer()).refusal(find(), hanZhiming)).toBe('referral-not-accepted')
    expect(accepted().after(find(), hanZhiming).need().stage).toMatchObject({
      is: 'in-hand',
      found: { by: { name: '韩志明' } },
    })
  })

  test('a late entry is normal and marked: when it happened and when it was written down', () => {
    const late = registered().after(
      raise(road, { happenedAt: minutesLater(60 * 24 * 3) }),
      zhouMin,
      minutesLater(60 * 24 * 4),
    )
    expect(late.need().life[0]).toMatchObject({ on: today, writtenOn: addDays(today, 3) })
  })
})

describe('the household’s own word', () => {
  test('[H12] nobody is asked before a result was told', () => {
    expect(agreed().refusal(hear('solved'))).toBe('not-answered')
    expect(accepted().after(find(), hanZhiming).refusal(hear('solved'))).toBe('not-answered')
  })

  test('[H12] a need is solved when the household says so at the door', () => {
    expect(answered().after(hear('solved')).need().stage).toMatchObject({
      is: 'solved',
      answer: { says: 'solved', saidBy: '守田叔' },
    })
  })

  test('[H12] [H22] or through its card, and only the card answers by the card', () => {
    expect(answered().after(byCard('solved'), family).need().stage.is).toBe('solved')
    expect(answered().refusal(byCard('solved'))).toBe('not-your-act')
    expect(answered().refusal(hear('solved'), family)).toBe('not-your-act')
  })

  test('[H12] no officer, cadre or office can say it in the household’s place', () => {
    for (const actor of [hanZhiming, liuYulan, liuWenqing])
      expect(answered().refusal(hear('solved'), actor)).toBe('not-your-act')
  })

  test('[H12] who did the work may hear it at the door only beside a witness', () => {
    const own = agreed().after(takeInHand()).after(find()).after(tell())
    expect(own.refusal(hear('solved'))).toBe('answer-needs-second-ear')
    expect(own.refusal(hear('solved', '田建国'))).toBeNull()
    expect(own.refusal(hear('solved'), tianJianguo)).toBeNull()
  })

  test('[H12] a relay person is named, with the relation', () => {
    const relayed = (relay: string, relation: string) =>
      change('need.hear-answer', {
        need: road,
        on: today,
        says: 'solved',
        saidBy: '守田叔',
        words: '',
        channel: 'relay',
        relay,
        relation,
      })
    expect(answered().refusal(relayed('', ''))).toBe('relay-not-named')
    expect(answered().refusal(relayed('刘玉兰', '妇女主任'))).toBeNull()
  })

  test('[H12] not solved takes it up again with the same owner, number and history', () => {
    const before = answered()
    const reopened = before.after(hear('not-solved'))
    expect(reopened.need()).toMatchObject({
      stage: { is: 'in-hand', found: null },
      owner: { name: '韩志明' },
      number: before.need().number,
    })
    expect(reopened.need().life).toHaveLength(before.need().life.length + 1)
    expect(reopened.after(find(), hanZhiming).after(tell()).after(hear('solved')).need().stage.is).toBe(
      'solved',
    )
  })

  test('[H12] rather not say is an answer of its own, and is not solved', () => {
    expect(answered().after(hear('rather-not-say')).need().stage.is).toBe('unconfirmed')
  })

  test('[H22] the household can change its answer for seven days', () => {
    const solved = answered().after(byCard('solved'), family)
    const after = (days: number) => minutesLater(60 * 24 * days)
    const changed = (days: number) => ({
      ...byCard('not-solved', addDays(today, days)),
      happenedAt: after(days),
    })
    expect(solved.refusal(changed(7), family, after(7))).toBeNull()
    expect(solved.refusal(changed(8), family, after(8))).toBe('answer-too-late-to-change')
    const slipped = answered().after(byCard('not-solved'), family)
    expect(slipped.after(byCard('solved'), family).need().stage.is).toBe('solved')
    const workedOn = slipped.after(find(), hanZhiming)
    expect(workedOn.refusal(byCard('solved'), family)).toBe('not-answered')
  })
})

describe('what is refused', () => {
  test('[H11] a need has words, an id of its own, and was not heard tomorrow', () => {
    expect(heard().refusal(raise())).toBe('need-exists')
    const tomorrow = raise()
    expect(
      registered().refusal({
        ...tomorrow,
        body: { ...tomorrow.body, heardOn: addDays(today, 1) },
      } as typeof tomorrow),
    ).toBe('day-in-future')
  })

  test('[H12] what the household has ended is not worked on any more', () => {
    const ended = agreed().after(change('need.withdraw', { need: road, on: today, words: '不办了' }))
    expect(ended.refusal(takeInHand())).toBe('not-in-hand')
    expect(ended.refusal(agree())).toBe('not-heard')
    expect(ended.refusal(change('need.note', { need: road, on: today, words: '再问', next: null }))).toBe(
      'not-open',
    )
  })
})
