import { useWords } from '#app/i18n/words.tsx'
import { Mark, type MarkState } from '#app/ui/Mark.tsx'
import type { NeedLine } from '#domain/campaigns/desk-answers.ts'
import type { NeedStanding } from '#domain/needs/standing.ts'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useDay } from './use-day.ts'

/** How a need stands, in one mark. */
export function StandingMark({ standing }: { readonly standing: NeedStanding }) {
  const { states } = useWords('base')
  const lying = useDeskWords('leftLying')
  const words = useDeskWords('needs')
  const day = useDay()
  switch (standing.is) {
    case 'lying':
      return <Mark state="left-lying">{lying.days(standing.days)}</Mark>
    case 'waiting':
      return (
        <Mark state="waiting">
          {words.waitingFor(standing.who, standing.until === null ? '' : day(standing.until))}
        </Mark>
      )
    case 'to-tell':
      return <Mark state="in-hand">{words.toTell}</Mark>
    default: {
      const state: MarkState = standing.is
      return <Mark state={state}>{states[state]}</Mark>
    }
  }
}

/** The family's words in a table's cell. */
export const showWords = ({ words }: NeedLine) => <span className="song">{words}</span>

/** How the need stands in a table's cell. */
export const showStanding = ({ standing }: NeedLine) => <StandingMark standing={standing} />
