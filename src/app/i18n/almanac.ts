import { asDay, type Day, daysBetween } from '#domain/base/days.ts'
import { partsOf } from './calendar.ts'

/* The farmers' calendar: the lunar day from the browser's own tables, the solar terms from the Shouxing formula. */

/** The 24 solar terms in their order from 小寒, two a month. */
export const SOLAR_TERMS = [
  'xiaohan',
  'dahan',
  'lichun',
  'yushui',
  'jingzhe',
  'chunfen',
  'qingming',
  'guyu',
  'lixia',
  'xiaoman',
  'mangzhong',
  'xiazhi',
  'xiaoshu',
  'dashu',
  'liqiu',
  'chushu',
  'bailu',
  'qiufen',
  'hanlu',
  'shuangjiang',
  'lidong',
  'xiaoxue',
  'daxue',
  'dongzhi',
] as const

/** The name of a solar term. */
export type SolarTerm = (typeof SOLAR_TERMS)[number]

/* Shouxing constants for 2001–2100, and the years in which the formula is a day off. */
const CONSTANTS = [
  5.4055, 20.12, 3.87, 18.73, 5.63, 20.646, 4.81, 20.1, 5.52, 21.04, 5.678, 21.37, 7.108, 22.83, 7.5, 23.13,
  7.646, 23.042, 8.318, 23.438, 7.438, 22.36, 7.18, 21.94,
]

const A_DAY_OFF: Readonly<Record<string, number>> = {
  'xiaohan-2019': -1,
  'dahan-2082': 1,
  'yushui-2026': -1,
  'chunfen-2084': 1,
  'xiaoman-2008': 1,
  'xiazhi-2002': 1,
  'xiaoshu-2016': 1,
  'dashu-2002': 1,
  'liqiu-2002': 1,
  'shuangjiang-2089': 1,
  'lidong-2089': 1,
  'dongzhi-2021': -1,
}

/** The day a solar term begins, for 2001–2100. */
export function solarTermOn(term: SolarTerm, year: number): Day {
  const place = SOLAR_TERMS.indexOf(term)
  const short = year % 100
  // the leap day of the year has not come yet in January and February
  const leaps = Math.floor((place < 4 ? short - 1 : short) / 4)
  const off = A_DAY_OFF[`${term}-${String(year)}`] ?? 0
  const date = Math.floor(short * 0.2422 + (CONSTANTS[place] ?? 0)) - leaps + off
  const month = Math.floor(place / 2) + 1
  return asDay(`${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}

/** The solar term that begins on `day` or next after it, and in how many days. */
export function nextSolarTerm(day: Day): { readonly term: SolarTerm; readonly inDays: number } {
  const { year } = partsOf(day)
  for (const ofYear of [year, year + 1])
    for (const term of SOLAR_TERMS) {
      const inDays = daysBetween(day, solarTermOn(term, ofYear))
      if (inDays >= 0) return { term, inDays }
    }
  return { term: 'xiaohan', inDays: 0 }
}

/** The lunar month (1–12, `isLeap` for 闰) and day (1–30) of a day. Undefined where the browser has no lunar tables. */
export function lunarDay(day: Day): { readonly month: string; readonly date: number } | undefined {
  const parts = lunarParts(day)
  const month = parts.find(part => part.type === 'month')?.value
  const date = Number(parts.find(part => part.type === 'day')?.value)
  return month === undefined || !month.endsWith('月') || !Number.isInteger(date) ? undefined : { month, date }
}

const lunarParts = (day: Day): readonly Intl.DateTimeFormatPart[] =>
  new Intl.DateTimeFormat('zh-CN-u-ca-chinese', {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`))
