import type { HolidayYear } from './holidays.ts'

/** The State Council's notice for 2026, as held by chinese-days. Written by scripts/extract-working-days.ts. */
export const holidays2026: HolidayYear = {
  year: 2026,
  off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
  worked: '01-04 02-14 02-28 05-09 09-20 10-10',
}
