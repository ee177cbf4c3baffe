import type { HolidayYear } from './holidays.ts'

/** The State Council's notice for 2025, as held by chinese-days. Written by scripts/extract-working-days.ts. */
export const holidays2025: HolidayYear = {
  year: 2025,
  off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
  worked: '01-26 02-08 04-27 09-28 10-11',
}
