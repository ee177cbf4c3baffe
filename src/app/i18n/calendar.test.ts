import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { quickDays } from './calendar.ts'

const on = (today: string) => quickDays(asDay(today)).map(day => `${day.name} ${day.on}`)

test('the days people name first: tomorrow, Wednesday of next week, the end of the month', () => {
  expect(on('2026-04-16')).toEqual([
    'tomorrow 2026-04-17',
    'next-wednesday 2026-04-22',
    'month-end 2026-04-30',
  ])
  expect(on('2026-04-20')).toEqual([
    'tomorrow 2026-04-21',
    'next-wednesday 2026-04-29',
    'month-end 2026-04-30',
  ])
})

test('a day that is today already, or is named twice, is not offered', () => {
  expect(on('2026-04-30')).toEqual(['tomorrow 2026-05-01', 'next-wednesday 2026-05-06'])
  expect(on('2026-04-29')).toEqual(['tomorrow 2026-04-30', 'next-wednesday 2026-05-06'])
})
