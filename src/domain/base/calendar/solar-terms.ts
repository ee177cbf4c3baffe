import { addDays, daysBetween, parseDay } from '../days.ts'
import type { Day } from '../days.ts'

/** The twenty-four solar terms (节气) in the order of the year, from 小寒 in January. */
export const solarTerms = [
  '小寒',
  '大寒',
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
] as const

export type SolarTerm = (typeof solarTerms)[number]

/** A term and the day it falls on in Asia/Shanghai. */
export type TermDay = { readonly term: SolarTerm; readonly on: Day }

/** The earliest day of the month each term falls on from 2020 to 2041 … */
const earliest = [5, 20, 3, 18, 5, 20, 4, 19, 5, 20, 5, 21, 6, 22, 7, 22, 7, 22, 8, 23, 7, 22, 6, 21] as const

/** … and how many days later it falls in each year from 2020, by the sun's longitude (Meeus, Astronomical Algorithms 25). */
const laterBy = [
  '101100000000000000000010',
  '000000010100100101000010',
  '001100110110110101000011',
  '001111111110111111011011',
  '101100000000000000000000',
  '000000010100100101000010',
  '001000110100110101000011',
  '001111111110111111000011',
  '101100000000000000000000',
  '000000010100100101000010',
  '001000110100110101000011',
  '001111111110111111000011',
  '101100000000000000000000',
  '000000010100100101000010',
  '001000110100110101000011',
  '001111110110110111000011',
  '101100000000000000000000',
  '000000010100100101000010',
  '001000110100110101000011',
  '001111110110110111000011',
  '101100000000000000000000',
  '000000010000100100000010',
]

const firstYear = 2020

/** The terms of a year from 2020 to 2041; empty outside. */
export function termsOf(year: number): readonly TermDay[] {
  const later = laterBy[year - firstYear]
  if (later === undefined) return []
  return solarTerms.flatMap((term, at) => {
    const date = (earliest[at] ?? 0) + Number(later.charAt(at))
    const month = Math.floor(at / 2) + 1
    const on = parseDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
    return on ? [{ term, on }] : []
  })
}

/** The term a day stands in: the last one begun; null before 2020 and after 2041. */
export function termAt(day: Day): TermDay | null {
  const year = Number(day.slice(0, 4))
  return [...termsOf(year - 1), ...termsOf(year)].findLast(({ on }) => on <= day) ?? null
}

/** The next term that begins after the day, and in how many days (再过四天谷雨: 4). */
export function nextTerm(day: Day): (TermDay & { readonly inDays: number }) | null {
  const tomorrow = addDays(day, 1)
  const year = Number(day.slice(0, 4))
  const next = [...termsOf(year), ...termsOf(year + 1)].find(({ on }) => on >= tomorrow)
  return next ? { ...next, inDays: daysBetween(day, next.on) } : null
}
