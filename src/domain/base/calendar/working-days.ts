import { addDays, weekdayOf } from '../days.ts'
import type { Day } from '../days.ts'
import { holidayYears } from './holidays.ts'

/** Whether a day is worked. `known: false`: no notice for that year is held, so weekends stand in for it. */
export type WorkingDay = { readonly working: boolean; readonly known: boolean }

const known = new Map(
  holidayYears.map(({ year, off, worked }) => [
    String(year),
    { off: new Set(off.split(' ')), worked: new Set(worked.split(' ')) },
  ]),
)

/** A day by the State Council's holiday calendar, make-up workdays (调休) included. */
export function workingDay(day: Day): WorkingDay {
  const weekday = weekdayOf(day) <= 5
  const year = known.get(day.slice(0, 4))
  if (!year) return { working: weekday, known: false }
  const date = day.slice(5)
  return { working: weekday ? !year.off.has(date) : year.worked.has(date), known: true }
}

export const isWorkingDay = (day: Day): boolean => workingDay(day).working

/**
 * The day that is `count` working days on (back, where negative). The day itself is not counted, as a time limit
 * begins the day after (民法典 Art 201); 0 gives the day itself, worked or not.
 */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let at = day
  while (left > 0) {
    at = addDays(at, step)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** How many working days lie after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(to, from)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
