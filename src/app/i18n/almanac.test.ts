import { getSolarTermsInRange } from 'chinese-days'
import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { lunarDay, nextSolarTerm, SOLAR_TERMS, solarTermOn } from './almanac.ts'

test('every solar term from 2020 to 2060 begins on the day of the national calendar', () => {
  const begins = new Set(
    getSolarTermsInRange('2020-01-01', '2060-12-31')
      .filter(term => term.index === 1)
      .map(term => term.date),
  )
  for (let year = 2020; year <= 2060; year++)
    for (const term of SOLAR_TERMS) {
      const on = solarTermOn(term, year)
      expect(begins.has(on), `${term} ${on}`).toBe(true)
    }
})

test('the next term is the one that begins today or next, over the end of the year too', () => {
  expect(nextSolarTerm(asDay('2026-04-20'))).toEqual({ term: 'guyu', inDays: 0 })
  expect(nextSolarTerm(asDay('2026-12-30'))).toEqual({ term: 'xiaohan', inDays: 6 })
})

test('the lunar day knows the leap month', () => {
  expect(lunarDay(asDay('2025-07-26'))).toEqual({ month: '闰六月', date: 2 })
  expect(lunarDay(asDay('2026-02-16'))).toEqual({ month: '腊月', date: 29 })
})
