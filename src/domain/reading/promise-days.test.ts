import { expect, test } from 'vitest'
import { addDays, asDay, weekdayOf } from '#domain/base/days.ts'
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
  ['十日内答复', '2026-03-28'],
  ['三天修好', '2026-03-21'],
  ['七天出结果', '2026-03-25'],
  ['三五天内来', '2026-03-23'],
  ['三五天之内给个信', '2026-03-23'],
  ['下礼拜三以前回话', '2026-03-25'],
  ['月末办结', '2026-03-31'],
  ['下月中旬来装', '2026-04-15'],
  ['两个月内修好', '2026-05-18'],
  ['半个月后再来', '2026-04-02'],
  ['这个周末带来', '2026-03-22'],
  ['今晚就借来', '2026-03-18'],
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
    '过完年就修',
    '赶集那天捎来',
    '农闲了来',
    '隔天上门换一次药',
    '等天晴了来看',
    '秋收后再说',
    '每周三坐诊',
  ]
  expect(open.map(words => promiseDay(words, wednesday))).toEqual(open.map(() => null))
})

test('[H20] what is only begun today is due on the later day', () => {
  expect(promiseDay('今天就打电话，周五前修好', wednesday)).toBe('2026-03-20')
})

/** Every day of two years, a leap day and two turns of the year among them. */
const visits = Array.from({ length: 731 }, (_, at) => addDays(asDay('2027-06-01'), at))
const signs = '一二三四五六日'

test('[H20] from whatever day, a weekday named is that weekday, this week or next as the words say', () => {
  for (const visit of visits)
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const sign = signs.charAt(weekday - 1)
      const ahead = promiseDay(`周${sign}之前送来`, visit)
      const next = promiseDay(`下周${sign}之前送来`, visit)
      expect([ahead, next].map(day => day && weekdayOf(day))).toEqual([weekday, weekday])
      expect(ahead && ahead > visit && ahead <= addDays(visit, 7)).toBe(true)
      const monday = addDays(visit, 8 - weekdayOf(visit))
      expect(next && next >= monday && next <= addDays(monday, 6)).toBe(true)
    }
})

test('[H20] from whatever day, the end of a month is the last day of that month and never behind', () => {
  for (const visit of visits) {
    const [here, next] = [promiseDay('月底前办好', visit), promiseDay('下个月底办好', visit)]
    expect(here && addDays(here, 1).slice(8)).toBe('01')
    expect(here?.slice(0, 7)).toBe(visit.slice(0, 7))
    expect(next && addDays(next, 1).slice(8)).toBe('01')
    expect(here && next && here < next).toBe(true)
  }
})

test('[H20] so many days on are so many days on, in figures and in words, and a date of the month is never behind', () => {
  const counts = ['一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十五', '二十']
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15, 20]
  for (const visit of visits)
    counts.forEach((words, at) => {
      const count = figures[at] ?? 0
      expect(promiseDay(`${words}天之内回话`, visit)).toBe(addDays(visit, count))
      expect(promiseDay(`${String(count)}日内回话`, visit)).toBe(addDays(visit, count))
      const dated = promiseDay(`${String(count)}号前来`, visit)
      expect(dated && dated >= visit && Number(dated.slice(8)) === count).toBe(true)
    })
})
