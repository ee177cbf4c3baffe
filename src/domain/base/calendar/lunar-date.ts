import { asDay, daysBetween } from '../days.ts'
import type { Day } from '../days.ts'
import { lunarYears } from './lunar-years.ts'

/** A day of the farm calendar (农历). `leap` marks the repeated month (闰). */
export type LunarDate = { readonly month: number; readonly day: number; readonly leap: boolean }

/** The lunar date of a day from 2020 to 2040; null outside these years. */
export function lunarDateOf(day: Day): LunarDate | null {
  if (day < '2020-01-01' || day > '2040-12-31') return null
  const year = lunarYears.findLast(([firstOn]) => firstOn <= day)
  return year ? withinYear(year[1], year[2], daysBetween(asDay(year[0]), day)) : null
}

function withinYear(months: string, leapMonth: number, elapsed: number): LunarDate | null {
  let left = elapsed
  for (const [at, long] of [...months].entries()) {
    const length = long === '1' ? 30 : 29
    if (left < length) {
      const leap = leapMonth > 0 && at === leapMonth
      const month = leapMonth > 0 && at >= leapMonth ? at : at + 1
      return { month, day: left + 1, leap }
    }
    left -= length
  }
  return null
}

const monthNames = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const figures = ['日', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** A lunar date as it is said: 二月廿九, 闰六月初一, 腊月三十. */
export function lunarWords({ month, day, leap }: LunarDate): string {
  return `${leap ? '闰' : ''}${monthNames[month - 1] ?? ''}月${dayWords(day)}`
}

function dayWords(day: number): string {
  if (day === 20 || day === 30) return `${figures[day / 10] ?? ''}十`
  const tens = ['初', '十', '廿'][day <= 10 ? 0 : Math.floor(day / 10)] ?? ''
  return `${tens}${figures[day <= 10 ? day : day % 10] ?? ''}`
}
