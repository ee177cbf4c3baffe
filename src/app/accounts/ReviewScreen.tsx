import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useReview } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import type { ForReview } from '#sync/outbox.ts'
import { HandOverSheet } from './HandOverSheet.tsx'
import { MendChangeSheet } from './MendChangeSheet.tsx'
import { RefusedChange } from './RefusedChange.tsx'
import { useLettingGo } from './use-letting-go.ts'

/** What was refused, each with its reason and its ways on: mend and send again, hand to a colleague, or let it go [S5]. */
export function ReviewScreen() {
  const words = useWords('me')
  const review = useReview()
  const lettingGo = useLettingGo(review.discard)
  const [mending, setMending] = useState<ForReview>()
  const [handing, setHanding] = useState<ForReview>()
  return (
    <Page
      name={words.toReview}
      heading={words.toReview}
      under={review.refused.length === 0 ? undefined : words.reviewUnder}
      above={<Bar back="/me" says={words.name} />}
    >
      {review.refused.length === 0 ? <Empty>{words.reviewNone}</Empty> : null}
      {review.refused.map(refused => (
        <RefusedChange
          key={refused.change.id}
          refused={refused}
          letGo={lettingGo.ids.has(refused.change.id)}
          onLetGo={() => lettingGo.add(refused.change.id)}
          onKeep={() => lettingGo.take(refused.change.id)}
          onMend={() => setMending(refused)}
          onHand={() => setHanding(refused)}
        />
      ))}
      <HandOverSheet of={handing} onClose={() => setHanding(undefined)} />
      <MendChangeSheet of={mending} onClose={() => setMending(undefined)} />
    </Page>
  )
}
