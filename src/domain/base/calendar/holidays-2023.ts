import type { HolidayYear } from './holidays.ts'

/** The State Council's notice for 2023, as held by chinese-days. Written by scripts/extract-working-days.ts. */
export const holidays2023: HolidayYear = {
  year: 2023,
  off: '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
  worked: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
}
