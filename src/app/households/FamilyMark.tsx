import { useWords } from '#app/i18n/words.tsx'
import { Mark } from '#app/ui/Mark.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import type { FamilyMark as Of } from '#domain/households/roll.ts'

/** The one mark beside a family's name, as a shape and its word. */
export function FamilyMark({ mark }: { readonly mark: Of }) {
  const words = useWords('families')
  const days = useWords('days')
  const today = useToday()
  switch (mark.is) {
    case 'not-before':
      return <Mark state="do-not-visit">{words.notBefore(days.date(mark.day, today))}</Mark>
    case 'lying':
      return <Mark state="left-lying">{words.lying(mark.count)}</Mark>
    case 'not-solved':
      return <Mark state="not-solved">{words.notSolved}</Mark>
    case 'awaiting-word':
      return <Mark state="answered">{words.waitingForWord}</Mark>
    case 'in-hand':
      return <Mark state="in-hand">{words.inHand(mark.count)}</Mark>
    case 'heard':
      return <Mark state="heard">{words.heard(mark.count)}</Mark>
    case 'solved':
      return <Mark state="solved">{words.solved}</Mark>
    default:
      return mark satisfies never
  }
}
