import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Todo } from '#app/ui/Dots.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import type { Brief } from '#domain/visits/brief.ts'

/** What comes first at this door: a result that the family has not been told. */
export function ReasonsTodo({ brief }: { readonly brief: Brief }) {
  const words = useWords('brief')
  const days = useWords('days')
  const today = useToday()
  if (brief.untold.length === 0 || brief.promises.some(({ became }) => became.is === 'result-ready'))
    return null
  const day = brief.visit === null ? '' : days.day(brief.visit.on, today)
  return (
    <Todo>
      <span>
        <Phrase>{words.tellFirst(day)}</Phrase>
      </span>
    </Todo>
  )
}
