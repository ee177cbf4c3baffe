import { describe, expect, test } from 'vitest'
import { addDays, asDay, weekdayOf } from '../base/days.ts'
import { asId, type VisitId } from '../base/ids.ts'
import { change, plan, today } from '#test/builders/changes.ts'
import { family } from '#test/builders/family.ts'
import { atHome, timeIn } from './at-home.ts'

const visit = asId<VisitId>('visit-0001')
const tomorrow = addDays(today, 1)

const goodTimes = (value: string) =>
  change('household.learn', {
    facts: [{ key: 'good-times', value, source: 'household', learnedOn: today, until: null }],
  })
const advice = change('advice.give', {
  visit,
  saidBy: '刘玉兰',
  via: 'telephone',
  saidOn: today,
  when: 'morning',
  address: '',
  mindful: '',
  words: '',
  leaveAlone: 'no',
})

describe('a time at which people are home', () => {
  test('[H5] the village’s word for this visit comes first, then the family’s own, then the season', () => {
    const asked = family(plan(visit), goodTimes('收工后'), advice)
    expect(atHome(asked, asked.visits[0] ?? null, today)).toMatchObject({
      time: 'morning',
      because: 'village',
    })
    expect(atHome(asked, null, today)).toMatchObject({ time: 'after-work', because: 'family' })
    const unknown = family()
    expect(atHome(unknown, null, today)).toEqual({ on: tomorrow, time: 'after-supper', because: 'season' })
    expect(atHome(unknown, null, asDay('2026-12-25'))).toMatchObject({ time: 'afternoon', because: 'season' })
  })

  test('[H5] nobody is proposed a day before the one the family named; a Sunday where that is when they are home', () => {
    const later = family(change('household.decline', { notBefore: addDays(today, 9) }))
    expect(atHome(later, null, today).on).toBe(addDays(today, 9))
    expect(weekdayOf(atHome(family(goodTimes('礼拜天')), null, today).on)).toBe(7)
  })

  test.each([
    ['天擦黑再去', 'after-supper'],
    ['下工以后', 'after-work'],
    ['晌午', 'noon'],
    ['一早', 'morning'],
    ['礼拜天', null],
  ])('%s names %s', (words, time) => {
    expect(timeIn(words)).toBe(time)
  })
})
