/**
 * Writes src/domain/base/calendar/holidays-YEAR.ts from the `chinese-days` package (MIT), which follows the State
 * Council's notices: `node scripts/extract-working-days.ts 2026`. Run it when the notice of a new year has come
 * (about November) and the package has it; then add the year to holidays.ts.
 */
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { addDays, asDay, weekdayOf } from '#domain/base/days.ts'
import type { Day } from '#domain/base/days.ts'

/** The package is CommonJS to Node, without names Node can see. */
const { isWorkday }: { isWorkday: (day: string) => boolean } = createRequire(import.meta.url)('chinese-days')

for (const year of process.argv.slice(2).map(Number)) {
  const path = new URL(`../src/domain/base/calendar/holidays-${year}.ts`, import.meta.url)
  await writeFile(path, yearFile(year))
  console.log(`${path.pathname} written`)
}

function yearFile(year: number): string {
  const days = daysOf(year)
  const weekday = (day: Day) => weekdayOf(day) <= 5
  const off = days.filter(day => weekday(day) && !isWorkday(day))
  const worked = days.filter(day => !weekday(day) && isWorkday(day))
  return `import type { HolidayYear } from './holidays.ts'

/** The State Council's notice for ${year}, as held by chinese-days. Written by scripts/extract-working-days.ts. */
export const holidays${year}: HolidayYear = {
  year: ${year},
  off: '${shortDays(off)}',
  worked: '${shortDays(worked)}',
}
`
}

function daysOf(year: number): readonly Day[] {
  const days: Day[] = []
  for (let day = asDay(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) days.push(day)
  return days
}

function shortDays(days: readonly Day[]): string {
  return days.map(day => day.slice(5)).join(' ')
}
