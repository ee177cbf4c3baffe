import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { days as english } from '../en/days.ts'
import { days } from './days.ts'

const today = asDay('2026-04-16')
const on = (day: string) => asDay(day)

test('a day near today is named by its distance, another by its date, another year by its year', () => {
  const said = ['2026-04-15', '2026-04-16', '2026-04-17', '2026-04-18', '2026-04-22', '2025-11-03']
  expect(said.map(day => days.day(on(day), today))).toEqual([
    '昨天',
    '今天',
    '明天',
    '后天',
    '4月22日',
    '2025年11月3日',
  ])
  expect(said.map(day => english.day(on(day), today))).toEqual([
    'Yesterday',
    'Today',
    'Tomorrow',
    '18 April',
    '22 April',
    '3 November 2025',
  ])
})

test('a weekday is told by its week, weeks beginning on Monday', () => {
  const weekday = (day: string) => [days.withWeekday(on(day), today), english.withWeekday(on(day), today)]
  expect(weekday('2026-04-19')).toEqual(['4月19日（这周日）', 'Sunday 19 April (this week)'])
  expect(weekday('2026-04-20')).toEqual(['4月20日（下周一）', 'Monday 20 April (next week)'])
  expect(weekday('2026-04-22')).toEqual(['4月22日（下周三）', 'Wednesday 22 April (next week)'])
  expect(weekday('2026-05-06')).toEqual(['5月6日（星期三）', 'Wednesday 6 May'])
})

test('the heading of Today is the date and the weekday, and under it the farmers’ day', () => {
  expect(days.dateAndWeekday(today)).toBe('4月16日 星期四')
  expect(days.farmersDay(today)).toBe('农历二月廿九，再过四天谷雨')
  expect(english.dateAndWeekday(today)).toBe('Thursday 16 April')
  expect(english.farmersDay(today)).toBe('Four days to Grain Rain')
  expect(days.farmersDay(on('2026-04-20'))).toBe('农历三月初四，今天谷雨')
  expect(days.farmersDay(on('2026-02-17'))).toBe('农历正月初一，明天雨水')
  expect(english.farmersDay(on('2026-04-19'))).toBe('One day to Grain Rain')
})

test('how long ago is said in the largest unit that has passed', () => {
  expect([0.4, 1, 59, 60, 125, 1440, 4400].map(days.ago)).toEqual([
    '刚才',
    '1\u2009分钟前',
    '59\u2009分钟前',
    '1\u2009小时前',
    '2\u2009小时前',
    '1\u2009天前',
    '3\u2009天前',
  ])
  expect([0.4, 1, 59, 60, 125, 1440, 4400].map(english.ago)).toEqual([
    'just now',
    '1 minute ago',
    '59 minutes ago',
    '1 hour ago',
    '2 hours ago',
    '1 day ago',
    '3 days ago',
  ])
})

test('a clock time is the host’s, whatever the phone thinks', () => {
  expect(days.clock('2026-04-16T07:20:00Z')).toBe('15:20')
  expect(days.clock('2026-04-15T16:05:00Z')).toBe('00:05')
})
