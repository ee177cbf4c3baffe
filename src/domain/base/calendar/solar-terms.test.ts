import { getSolarTerms } from 'chinese-days'
import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { nextTerm, termAt, termsOf } from './solar-terms.ts'

test('the solar terms of 2020 to 2040 agree with chinese-days', () => {
  for (let year = 2020; year <= 2040; year += 1) {
    const peer = getSolarTerms(`${year}-01-01`, `${year}-12-31`).filter(term => term.index === 1)
    expect(termsOf(year)).toEqual(peer.map(({ name, date }) => ({ term: name, on: date })))
  }
})

test('the next term is told with the days until it', () => {
  expect(nextTerm(asDay('2026-04-16'))).toEqual({ term: '谷雨', on: '2026-04-20', inDays: 4 })
  expect(nextTerm(asDay('2026-04-20'))).toMatchObject({ term: '立夏' })
  expect(nextTerm(asDay('2026-12-30'))).toEqual({ term: '小寒', on: '2027-01-05', inDays: 6 })
})

test('a day stands in the term last begun', () => {
  expect(termAt(asDay('2026-04-20'))).toEqual({ term: '谷雨', on: '2026-04-20' })
  expect(termAt(asDay('2026-01-01'))).toMatchObject({ term: '冬至' })
  expect(termAt(asDay('2019-05-01'))).toBeNull()
})
