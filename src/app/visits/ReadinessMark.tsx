import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import type { Household } from '#domain/households/household.ts'
import { isPastItsDay } from '#domain/promises/promise.ts'
import type { StandingReason } from '#domain/visits/readiness.ts'

/** Whether a visit is prepared: the first reason why not, in words, or that it is [H4]. */
export function ReadinessMark(props: {
  readonly household: Household
  readonly reasons: readonly StandingReason[]
}) {
  const words = useWords('today')
  const sentenceFor = useReasonSentence(props.household)
  const [reason] = props.reasons
  return reason === undefined ? (
    <Mark state="ready">{words.ready}</Mark>
  ) : (
    <Mark state="still-missing">{sentenceFor(reason)}</Mark>
  )
}

/** What a reason says: 4月3日答应的事还没下文. */
export function useReasonSentence(household: Household): (reason: StandingReason) => string {
  const { reasons } = useWords('today')
  const days = useWords('days')
  const today = useToday()
  return reason => {
    switch (reason) {
      case 'before-agreed-day':
        return reasons['do-not-visit'](
          household.notBefore === null ? '' : days.date(household.notBefore, today),
        )
      case 'purpose-missing':
        return reasons['purpose-missing']
      case 'cadre-not-asked':
        return reasons['advice-missing']
      case 'promise-unanswered': {
        const past = household.promises.find(promised => isPastItsDay(promised, today))
        return reasons['promise-unanswered'](past === undefined ? '' : days.date(past.givenOn, today))
      }
      default:
        return reason satisfies never
    }
  }
}
