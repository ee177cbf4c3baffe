import { addDays, asDay, type Day, daysBetween } from '#domain/base/days.ts'

/* What sentences about days need to know of the calendar; what day it is comes from whoever calls. */

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** Year, month 1–12 and day of month. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year, month, date] = day.split('-').map(Number)
  return { year: year ?? 0, month: month ?? 1, date: date ?? 1 }
}

/** Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7))

/** How many weeks the week of `day` is after the week of `today`; weeks begin on Monday. */
export const weeksAhead = (day: Day, today: Day): number => daysBetween(mondayOf(today), mondayOf(day)) / 7

/** The days people name first when they promise something. */
export type QuickDay = 'tomorrow' | 'next-wednesday' | 'month-end'

/** 明天, 下周三 (of the week after this one), 月底; those still ahead, each day once. */
export function quickDays(today: Day): readonly { readonly name: QuickDay; readonly on: Day }[] {
  const { year, month } = partsOf(today)
  const monthEnd = asDay(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
  const days: readonly { readonly name: QuickDay; readonly on: Day }[] = [
    { name: 'tomorrow', on: addDays(today, 1) },
    { name: 'next-wednesday', on: addDays(mondayOf(today), 9) },
    { name: 'month-end', on: monthEnd },
  ]
  return days.filter((day, place) => day.on > today && days.findIndex(other => other.on === day.on) === place)
}

/** Hours and minutes of an instant in Asia/Shanghai (UTC+8 all year). */
export const clockOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16)
