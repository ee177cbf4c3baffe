import { holidays2023 } from './holidays-2023.ts'
import { holidays2024 } from './holidays-2024.ts'
import { holidays2025 } from './holidays-2025.ts'
import { holidays2026 } from './holidays-2026.ts'

/** A year of the State Council's holiday calendar: days off that are weekdays, and weekend days that are worked (调休). */
export type HolidayYear = { readonly year: number; readonly off: string; readonly worked: string }

/** The years that are known. A new year is a new file, written by scripts/extract-working-days.ts. */
export const holidayYears: readonly HolidayYear[] = [holidays2023, holidays2024, holidays2025, holidays2026]
