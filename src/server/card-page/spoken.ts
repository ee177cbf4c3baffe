import { millisecondsOf, type Day, type Instant } from '#domain/base/days.ts'

/** Year, month and date of a day as numbers. */
export function numbersOf(day: Day): {
  readonly year: number
  readonly month: number
  readonly date: number
} {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

/** The hour it was in Asia/Shanghai. */
export const hourOf = (at: Instant): number => Math.floor(millisecondsOf(at) / 3_600_000 + 8) % 24

/** Somebody's words as a sentence of their own: with a stop, and one only. */
export const ended = (words: string): string =>
  /[。！？!?.…]$/.test(words.trim()) ? words.trim() : `${words.trim()}。`
