import { expect, test } from 'vitest'
import { agree, change, plan, raise, road, today } from '#test/builders/changes.ts'
import { asId, type VisitId } from '#domain/base/ids.ts'
import type { Day } from '#domain/base/days.ts'
import type { Household } from '#domain/households/household.ts'
import { family } from '#test/builders/family.ts'
import { shippedTalk } from './conversation/shipped/talk.ts'
import { talkFor as talkForWith } from './talk-for.ts'

const talkFor = (household: Household, on: Day) => talkForWith(household, on, shippedTalk)

const visit = asId<VisitId>('visit-0001')

test('[H7] the card is made for the visit to come: the same visit, the same card', () => {
  const household = family(plan(visit))
  expect(talkFor(household, today)).toEqual(talkFor(household, today))
  expect(talkFor(household, today).talk.addresses[0]?.name).toBe('王守田')
})

test('[H13] a result that was not told is told before anything else', () => {
  const household = family(
    plan(visit),
    raise(road),
    agree(road),
    change('need.take-in-hand', { need: road, on: today, way: 'guided', next: null }),
    change('need.find', { need: road, on: today, words: '先铺砂石', kind: 'done' }),
  )
  expect(talkFor(household, today).untold.map(({ id }) => id)).toEqual([road])
})

test('[H19] a topic to leave alone is named without its content', () => {
  const advised = change('advice.give', {
    visit,
    saidBy: '刘玉兰',
    via: 'telephone',
    saidOn: today,
    when: null,
    address: '',
    mindful: '',
    words: '',
    leaveAlone: 'yes',
  })
  expect(talkFor(family(plan(visit), advised), today).talk.leaveAlone?.zh).toContain('不主动提')
  expect(talkFor(family(plan(visit)), today).talk.leaveAlone).toBeNull()
})
