import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { LifeLine, type LifeStep } from '#app/ui/LifeLine.tsx'
import type { MarkState } from '#app/ui/Mark.tsx'
import { isOpenNeed, type Need, type Step } from '#domain/needs/need.ts'
import { parseDay } from '#domain/base/days.ts'
import { aheadOf } from '#domain/needs/next-acts.ts'

/** The whole way of a need, ending in the family's own word, hollow until it is spoken [H12]. */
export function NeedLife({ need }: { readonly need: Need }) {
  const words = useWords('needs')
  const happened = useHappenedSteps(need)
  const ahead = aheadOf(need).map((is): LifeStep => {
    const ends = is === 'household-word'
    return {
      id: is,
      when: ends ? words.atLast : words.ahead,
      mark: 'heard',
      says: ends ? words.householdWord : words.tellThem,
      time: ends ? 'ahead-household' : 'ahead',
    }
  })
  return <LifeLine steps={[...happened, ...ahead]} />
}

function useHappenedSteps(need: Need): readonly LifeStep[] {
  const days = useWords('days')
  const words = useWords('needs')
  const today = useToday()
  const wordsOf = useStepWords(need)
  return need.life.map((step, place) => {
    const isLast = place === need.life.length - 1
    return {
      id: `${String(place)}-${step.is}`,
      when: days.date(step.on, today),
      recorded: step.writtenOn > step.on ? words.lateEntry(days.date(step.writtenOn, today)) : undefined,
      mark: marks[step.is],
      ...wordsOf(step),
      time: step.is === 'solved' ? 'household' : isLast && isOpenNeed(need) ? 'now' : 'happened',
    }
  })
}

const marks: Readonly<Record<Step['is'], MarkState>> = {
  heard: 'heard',
  agreed: 'agreed',
  'taken-in-hand': 'in-hand',
  'done-on-the-spot': 'answered',
  referred: 'in-hand',
  accepted: 'waiting',
  returned: 'returned',
  extended: 'waiting',
  found: 'in-hand',
  told: 'answered',
  solved: 'solved',
  'not-solved': 'not-solved',
  'rather-not-say': 'unconfirmed',
  withdrawn: 'withdrawn',
  noted: 'in-hand',
}

type StepWords = Pick<LifeStep, 'says' | 'note' | 'quote'>

/** What a step says, its note in second voice, and the words as they were told. */
function useStepWords(need: Need): (step: Step) => StepWords {
  const words = useWords('needs')
  const days = useWords('days')
  const today = useToday()
  const untilDay = (written: string): string => {
    const day = parseDay(written)
    return day === null ? written : days.date(day, today)
  }
  const quoted = (says: string, quote: string): StepWords => (quote === '' ? { says } : { says, quote })
  const noted = (says: string, note: string): StepWords => (note === '' ? { says } : { says, note })
  return step => {
    switch (step.is) {
      case 'heard':
        return noted(words.steps.heard, step.words === '' ? step.by.name : words.heardFrom(step.words))
      case 'agreed':
        return noted(words.steps.agreed, agreementOf(need, words))
      case 'taken-in-hand':
        return noted(words.stepWords['taken-in-hand'], step.words)
      case 'done-on-the-spot':
        return noted(words.steps.onTheSpot, step.words)
      case 'referred':
        return noted(words.steps.referred(step.words), step.by.name)
      case 'accepted':
        return noted(
          words.steps.accepted(need.department?.name ?? step.by.name),
          days.until(parseDay(step.words) ?? step.on, today),
        )
      case 'returned':
        return quoted(words.steps.returned, step.words)
      case 'extended':
        return quoted(words.steps.extended(untilDay(extendedTo(need, step))), step.words)
      case 'found':
        return noted(words.stepWords.found, step.words)
      case 'told':
        return noted(words.stepWords.told(step.words), step.by.name)
      case 'solved':
        return quoted(words.steps.solved, step.words)
      case 'not-solved':
        return quoted(words.steps['not-solved'], step.words)
      case 'rather-not-say':
        return quoted(words.stepWords['rather-not-say'], step.words)
      case 'withdrawn':
        return quoted(words.steps.withdrawn, step.words)
      case 'noted':
        return noted(words.stepWords.noted, step.words)
      default:
        return step.is satisfies never
    }
  }
}

function agreementOf({ agreement }: Need, words: ReturnType<typeof useWords<'needs'>>): string {
  if (agreement === null) return ''
  return [
    agreement.mayTell === '' ? '' : words.agreedToTell(agreement.mayTell),
    agreement.keepBack === '' ? '' : words.notToTell(agreement.keepBack),
  ]
    .filter(part => part !== '')
    .join('\n')
}

const extendedTo = ({ stage }: Need, step: Step): string =>
  stage.is === 'waiting' && stage.referral.state.is === 'accepted'
    ? (stage.referral.state.extensions.find(one => one.toldOn === step.on)?.to ?? stage.referral.state.dueOn)
    : ''
