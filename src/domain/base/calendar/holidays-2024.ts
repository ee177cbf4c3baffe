import type { HolidayYear } from './holidays.ts'

/** The State Council's notice for 2024, as held by chinese-days. Written by scripts/extract-working-days.ts. */
export const holidays2024: HolidayYear = {
  year: 2024,
  off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
  worked: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
}
