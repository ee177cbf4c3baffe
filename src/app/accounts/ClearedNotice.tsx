import { type ReactNode, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useCleared, useToday } from '#app/sync/wuxin.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Trouble } from '#app/ui/sentences.tsx'

/** The browser has cleared what was kept here: said before anything else, with what of it had not been sent [S21]. */
export function ClearedNotice({ children }: { readonly children: ReactNode }) {
  const words = useWords('me')
  const signIn = useWords('signIn')
  const days = useWords('days')
  const { told } = useWords('rescue')
  const cleared = useCleared()
  const today = useToday()
  const [known, setKnown] = useState(false)
  if (cleared === null || known) return children
  return (
    <Page name={signIn.name} heading={signIn.heading} set="tab">
      <Trouble againSays={words.knew} onAgain={() => setKnown(true)}>
        {told([
          words.cleared(days.day(cleared.on, today)),
          words.clearedLost(cleared.waiting, cleared.drafts),
        ])}
      </Trouble>
    </Page>
  )
}
