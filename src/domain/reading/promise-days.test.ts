import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { promiseDay } from './promise-days.ts'

/** A Wednesday. */
const wednesday = asDay('2026-03-18')

const named: readonly (readonly [string, string])[] = [
  ['明天送来', '2026-03-19'],
  ['后天上门', '2026-03-20'],
  ['大后天来', '2026-03-21'],
  ['五天内答复', '2026-03-23'],
  ['两三天内给信', '2026-03-21'],
  ['一个星期内回话', '2026-03-25'],
  ['两周内办好', '2026-04-01'],
  ['半个月内装好', '2026-04-02'],
  ['周五前回话', '2026-03-20'],
  ['星期三来', '2026-03-25'],
  ['礼拜天带来', '2026-03-22'],
  ['下周三前请来', '2026-03-25'],
  ['下个星期一', '2026-03-23'],
  ['下下周五', '2026-04-03'],
  ['月底前', '2026-03-31'],
  ['四月底', '2026-04-30'],
  ['下个月底', '2026-04-30'],
  ['下个月初上门', '2026-04-05'],
  ['6月15号送', '2026-06-15'],
  ['1月10日前', '2027-01-10'],
  ['二十五号出结果', '2026-03-25'],
  ['15号去问', '2026-04-15'],
  ['本月28日前', '2026-03-28'],
  ['年底前修好', '2026-12-31'],
]

test('[H20] a promise with a day finds it, seen from the day of the visit', () => {
  expect(named.map(([words]) => [words, promiseDay(words, wednesday)])).toEqual(named.map(pair => [...pair]))
})

test('[H20] no day is made up where none was named', () => {
  const open = [
    '开春再说',
    '到货就装',
    '定了就通知',
    '改天来看',
    '回去问问',
    '过两天再来',
    '上周三说的',
    '路灯明亮',
  ]
  expect(open.map(words => promiseDay(words, wednesday))).toEqual(open.map(() => null))
})

test('[H20] what is only begun today is due on the later day', () => {
  expect(promiseDay('今天就打电话，周五前修好', wednesday)).toBe('2026-03-20')
})
