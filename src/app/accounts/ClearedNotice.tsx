import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useCleared, useToday } from '#app/sync/wuxin.tsx'
import { Trouble } from '#app/ui/sentences.tsx'

/** The browser has cleared what was kept here: said at once, with what of it had not been sent [S21]. */
export function ClearedNotice() {
  const words = useWords('me')
  const days = useWords('days')
  const cleared = useCleared()
  const today = useToday()
  const [known, setKnown] = useState(false)
  if (cleared === null || known) return null
  return (
    <Trouble againSays={words.knew} onAgain={() => setKnown(true)}>
      {words.cleared(days.day(cleared.on, today))}
      {words.clearedLost(cleared.waiting, cleared.drafts)}
    </Trouble>
  )
}
