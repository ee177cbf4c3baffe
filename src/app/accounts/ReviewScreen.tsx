import { useEffect, useMemo, useRef, useState } from 'react'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useReview, useToday } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { dayOf } from '#domain/base/days.ts'
import type { ChangeId, VisitId } from '#domain/base/ids.ts'
import type { Bodies, Kind } from '#sync/change.ts'
import type { ForReview } from '#sync/outbox.ts'
import { asOwnVisit, mendableOf } from './mend-change.ts'
import { MendChangeSheet } from './MendChangeSheet.tsx'
import { useAboutChange } from './use-about-change.ts'

/** What was refused, each with its reason and its ways on: mend and send again, or let it go knowingly [S5]. */
export function ReviewScreen() {
  const words = useWords('me')
  const review = useReview()
  const lettingGo = useLettingGo(review.discard)
  const [mending, setMending] = useState<ForReview>()
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
          onResend={body => void review.resend(refused.change.id, body)}
        />
      ))}
      <MendChangeSheet of={mending} onClose={() => setMending(undefined)} />
    </Page>
  )
}

function RefusedChange(props: {
  readonly refused: ForReview
  readonly letGo: boolean
  readonly onLetGo: () => void
  readonly onKeep: () => void
  readonly onMend: () => void
  readonly onResend: (body?: Bodies[Kind]) => void
}) {
  const { change, diary, because, writtenAt } = props.refused
  const words = useWords('me')
  const sync = useWords('sync')
  const base = useWords('base')
  const days = useWords('days')
  const today = useToday()
  const about = useAboutChange()
  const sentenceFor = useRefusalSentence()
  const mendable = mendableOf(change)
  const own = useMemo(() => asOwnVisit(props.refused, newId<VisitId>()), [props.refused])
  const said = diary ?? mendable.words ?? ''
  return (
    <Section
      heading={about(change)}
      note={
        props.letGo ? (
          <Mark state="withdrawn">{words.letGo}</Mark>
        ) : (
          words.written(days.day(dayOf(writtenAt), today))
        )
      }
    >
      {said === '' ? null : <Quote>{said}</Quote>}
      {props.letGo ? (
        <Button kind="quiet" small onPress={props.onKeep}>
          {base.undo}
        </Button>
      ) : (
        <>
          <Refusal>{own === null ? sentenceFor(because) : words.asOwnMeans}</Refusal>
          <Acts>
            {own !== null ? (
              <Button kind="take" small onPress={() => props.onResend(own)}>
                {words.asOwn}
              </Button>
            ) : mendable.day === null && mendable.words === null ? (
              <Button small onPress={() => props.onResend()}>
                {base.again}
              </Button>
            ) : (
              <Button kind="take" small onPress={props.onMend}>
                {sync.mendAndSend}
              </Button>
            )}
            <Button small onPress={props.onLetGo}>
              {sync.discard}
            </Button>
          </Acts>
        </>
      )}
    </Section>
  )
}

/** What a person lets go is gone only when this page is left; until then it can be taken back. A killed app keeps it. */
function useLettingGo(discard: (id: ChangeId) => Promise<void>) {
  const [ids, setIds] = useState<ReadonlySet<ChangeId>>(new Set())
  const atLast = useRef({ ids, discard })
  useEffect(() => {
    atLast.current = { ids, discard }
  })
  useEffect(
    () => () => {
      const { ids, discard } = atLast.current
      for (const id of ids) void discard(id)
    },
    [],
  )
  return {
    ids,
    add: (id: ChangeId) => setIds(new Set([...ids, id])),
    take: (id: ChangeId) => setIds(new Set([...ids].filter(one => one !== id))),
  }
}
