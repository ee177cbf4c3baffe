import type { ReactNode } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { QueueRow } from '#app/ui/desk/QueueRow.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { daysBetween } from '#domain/base/days.ts'
import type { ReferralAnswer } from '#domain/campaigns/desk-answers.ts'
import { useDeskToday } from '../sitting.tsx'
import { headOf } from './told.ts'

/** One referral in the queue: its day, what it is, where, and one mark. */
export function ReferralRow(props: {
  readonly to: string
  readonly isOpen: boolean
  readonly referral: ReferralAnswer
}) {
  const { referral } = props
  const words = useDeskWords('queue')
  const days = useWords('days')
  const today = useDeskToday()
  const { due } = referral
  const left = useLeft(referral)
  const ended = referral.state.is === 'reopened' ? undefined : referral.life.at(-1)?.on
  return (
    <QueueRow
      to={props.to}
      isOpen={props.isOpen}
      on={
        due !== null ? days.day(due.on, today) : ended === undefined ? words.noDay : days.date(ended, today)
      }
      left={left}
      tone={
        referral.daysPast > 0 ? 'lying' : due !== null && daysBetween(today, due.on) <= 1 ? 'due' : undefined
      }
      says={referral.state.is === 'reopened' ? words.cameBack(headOf(referral.told)) : headOf(referral.told)}
      where={`${referral.town}${referral.villageName}`}
      mark={<ReferralMark referral={referral} />}
    />
  )
}

function useLeft({ due, daysPast, extensions, state }: ReferralAnswer): string {
  const words = useDeskWords('queue')
  const today = useDeskToday()
  if (due === null) return state.is === 'reopened' ? words.takeUpAgain : ''
  if (daysPast > 0) return words.pastDays(daysPast)
  if (extensions > 0) return words.extended(extensions)
  const left = daysBetween(today, due.on)
  return left <= 1 ? words.dueToday : words.daysLeft(left)
}

/** Where it stands, in one mark. What is past its day lies; what the household called not solved stands out. */
export function ReferralMark({ referral }: { readonly referral: ReferralAnswer }): ReactNode {
  const words = useDeskWords('queue')
  const { states } = useWords('base')
  const { state } = referral
  if (state.is === 'reopened') return <Mark state="not-solved">{words.notSolved}</Mark>
  if (referral.daysPast > 0) return <Mark state="left-lying">{words.lying}</Mark>
  switch (state.is) {
    case 'offered':
      return <Mark state="heard">{words.awaitsYou}</Mark>
    case 'accepted':
      return referral.extensions > 0 ? (
        <Mark state="waiting">{words.waitingTold}</Mark>
      ) : (
        <Mark state="in-hand">{words.inHand}</Mark>
      )
    case 'found':
      return <Mark state="in-hand">{words.toBeTold}</Mark>
    case 'told':
      return <Mark state="answered">{words.awaitsWord}</Mark>
    case 'over':
      return <Mark state={state.how}>{states[state.how]}</Mark>
    default:
      return state satisfies never
  }
}
