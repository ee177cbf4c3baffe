import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Todo } from '#app/ui/Dots.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Brief } from '#domain/visits/brief.ts'
import { standingBefore } from '#domain/visits/readiness.ts'
import { useReasonSentence } from './ReadinessMark.tsx'

/** What comes first: why one is not ready yet, and a result that the family has not been told. */
export function ReasonsTodo(props: { readonly brief: Brief; readonly household: Household }) {
  return (
    <>
      <Unready {...props} />
      <UntoldFirst brief={props.brief} />
    </>
  )
}

/** Why the visit is not ready yet, each reason in words; silent when it is [H4]. */
function Unready({ brief, household }: { readonly brief: Brief; readonly household: Household }) {
  const today = useToday()
  const sentenceFor = useReasonSentence(household)
  if (brief.visit === null) return null
  const reasons = standingBefore(household, brief.visit, today)
  return reasons.map(reason => (
    <Mark key={reason} state="still-missing">
      {sentenceFor(reason)}
    </Mark>
  ))
}

function UntoldFirst({ brief }: { readonly brief: Brief }) {
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
