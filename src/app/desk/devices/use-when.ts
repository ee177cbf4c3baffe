import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { DeviceLine } from '#domain/campaigns/desk-answers.ts'
import { useDeskToday } from '../sitting.tsx'

/** Times as one says them: 今天 8:40; and of the last contact, 4月20日 where it was not today. */
export function useWhen() {
  const days = useWords('days')
  const today = useDeskToday()
  const at = (instant: Instant): string => `${days.day(dayOf(instant), today)} ${days.clock(instant)}`
  return {
    at,
    day: (day: DeviceLine['syncedOn']): string => days.day(day, today),
    contact: ({ syncedOn, syncedAt }: DeviceLine): string =>
      syncedAt === null ? days.day(syncedOn, today) : at(syncedAt),
  }
}

/** What is lost with a phone, as far as it has told: the same words before it is revoked and after. */
export function useLost(): (device: DeviceLine) => readonly string[] {
  const words = useDeskWords('devices')
  const when = useWhen()
  return device => [lostOf(device, words, when.at), words.lostAfter(when.contact(device))]
}

type Words = ReturnType<typeof useDeskWords<'devices'>>

function lostOf(device: DeviceLine, words: Words, at: (instant: Instant) => string): string {
  const { said } = device
  if (said === null) return words.lostUnknown
  if (said.waiting === 0) return words.lostNone
  return words.lost(said.waiting, said.oldestAt === null ? '' : at(said.oldestAt))
}
