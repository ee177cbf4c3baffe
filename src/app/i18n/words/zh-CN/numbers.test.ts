import { expect, test } from 'vitest'
import { sync as english } from '../en/sync.ts'
import { families } from './families.ts'
import { counted, numeral, some } from './numbers.ts'
import { sync } from './sync.ts'

test('a count has a thin space to the characters beside it, none to a stop or an end, and a date has none', () => {
  expect(counted`${3}条等着发出`).toBe('3\u2009条等着发出')
  expect(counted`还有${2}条`).toBe('还有\u20092\u2009条')
  expect(counted`全部${16}`).toBe('全部\u200916')
  expect(counted`到 ${'4月17日'}`).toBe('到 4月17日')
})

test('small numbers are said as people say them', () => {
  expect([1, 2, 10, 11, 20, 21, 99].map(numeral)).toEqual([
    '一',
    '二',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
  ])
  expect([1, 2, 3].map(some)).toEqual(['一', '两', '三'])
})

test('[S2] the sync line says how many wait and how old the oldest is', () => {
  expect(sync.waiting(3, 125)).toBe('3\u2009条等着发出，最早\u20092\u2009小时前')
  expect(sync.waiting(1, 0)).toBe('1\u2009条等着发出，最早刚才')
  expect(english.waiting(3, 125)).toBe('3 to be sent, oldest 2 hours ago')
})

test('a group is said by its numeral, and a group that has a name keeps it', () => {
  expect(['3', '12', '老屋场'].map(families.groupName)).toEqual(['三组', '十二组', '老屋场'])
  expect(['3', '老屋场'].map(families.groupLetter)).toEqual(['三', '老'])
})
