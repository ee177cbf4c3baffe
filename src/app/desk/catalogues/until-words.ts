import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { Day } from '#domain/base/days.ts'
import { useDeskToday } from '../sitting.tsx'

/** Until when a line holds: its last day, that it has passed, or that none was written. */
export function useUntilWords(): (until: Day | null) => string {
  const words = useDeskWords('catalogues')
  const days = useWords('days')
  const today = useDeskToday()
  return until => {
    if (until === null) return words.forever
    return until < today ? words.ended : days.date(until, today)
  }
}
