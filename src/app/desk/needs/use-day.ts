import { useWords } from '#app/i18n/words.tsx'
import { parseDay } from '#domain/base/days.ts'
import { useDeskToday } from '../sitting.tsx'

/** How a day is written in a table: 4月22日, another year named. */
export function useDay(): (day: string) => string {
  const days = useWords('days')
  const today = useDeskToday()
  return written => {
    const day = parseDay(written.slice(0, 10))
    return day === null ? written : days.date(day, today)
  }
}
