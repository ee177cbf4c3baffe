import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import type { Day } from '#domain/base/days.ts'
import type { Need } from '#domain/needs/need.ts'
import { standingOf } from '#domain/needs/standing.ts'

/** How a need stands, as a shape and its word: 等供电所，到 4月17日. */
export function NeedMark({ need }: { readonly need: Need }) {
  const words = useWords('needs')
  const { states } = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const standing = standingOf(need, today)
  switch (standing.is) {
    case 'lying':
      return (
        <Mark state="left-lying">
          {need.stage.is === 'in-hand' && need.stage.found !== null
            ? words.stage.toTell
            : words.lying(standing.days)}
        </Mark>
      )
    case 'waiting':
      return (
        <Mark state="waiting">
          {standing.until === null
            ? words.stage.waitingFor(standing.who)
            : words.waitingFor(standing.who, days.date(standing.until, today))}
        </Mark>
      )
    case 'to-tell':
      return (
        <Mark state="in-hand" tone="due">
          {words.stage.toTell}
        </Mark>
      )
    case 'answered':
      return <Mark state="answered">{words.stage.awaitingWord}</Mark>
    case 'in-hand':
      return <Mark state="in-hand">{nextOf(need, words, days, today) ?? states['in-hand']}</Mark>
    case 'heard':
    case 'agreed':
    case 'returned':
    case 'not-solved':
    case 'solved':
    case 'unconfirmed':
    case 'withdrawn':
      return <Mark state={standing.is}>{states[standing.is]}</Mark>
    default:
      return standing satisfies never
  }
}

/** What comes next with it, and by when; null where nothing is named. */
function nextOf(
  { stage }: Need,
  words: ReturnType<typeof useWords<'needs'>>,
  days: ReturnType<typeof useWords<'days'>>,
  today: Day,
): string | null {
  if (stage.is !== 'in-hand' || stage.next === null) return null
  const { what, by } = stage.next
  return by === null ? what : words.byDay(what, days.date(by, today))
}
