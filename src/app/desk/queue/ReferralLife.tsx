import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { LifeLine, type LifeStep } from '#app/ui/LifeLine.tsx'
import type { MarkState } from '#app/ui/Mark.tsx'
import { Section } from '#app/ui/Section.tsx'
import type { OpenedReferral } from '#domain/campaigns/desk-answers.ts'
import type { Step } from '#domain/needs/need.ts'
import { useDeskToday } from '../sitting.tsx'

const marks: Readonly<Record<Step['is'], MarkState>> = {
  heard: 'heard',
  agreed: 'agreed',
  'taken-in-hand': 'in-hand',
  'done-on-the-spot': 'answered',
  referred: 'waiting',
  accepted: 'in-hand',
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

const withReason: readonly Step['is'][] = ['returned', 'extended', 'found', 'not-solved']

/** The way of the need so far, what lies ahead, and at last the household's own word [H12]. */
export function ReferralLife({ referral }: { readonly referral: OpenedReferral }) {
  const words = useDeskWords('queue')
  const days = useWords('days')
  const today = useDeskToday()
  const happened = referral.life.map((step, at): LifeStep => {
    const isLast = at === referral.life.length - 1 && referral.state.is !== 'over'
    return {
      id: `${String(at)} ${step.is}`,
      when: days.date(step.on, today),
      mark: marks[step.is],
      says: words.steps[step.is](step.by.name, step.is === 'referred' ? step.words : ''),
      quote: withReason.includes(step.is) && step.words !== '' ? step.words : undefined,
      time: isLast ? 'now' : 'happened',
    }
  })
  return (
    <Section bare heading={words.life}>
      <div className="opened-life">
        <LifeLine steps={[...happened, ...useAhead(referral)]} />
      </div>
    </Section>
  )
}

function useAhead({ state, due, handleBy }: OpenedReferral): readonly LifeStep[] {
  const words = useDeskWords('queue')
  const days = useWords('days')
  const today = useDeskToday()
  if (state.is === 'over') return []
  const word: LifeStep = {
    id: 'word',
    when: words.atLast,
    mark: 'heard',
    says: words.ahead.word,
    time: 'ahead-household',
  }
  const say: LifeStep = {
    id: 'say',
    when: due === null ? '' : days.date(due.on, today),
    mark: 'heard',
    says: words.ahead.accept,
    time: 'ahead',
  }
  const result: LifeStep = {
    id: 'result',
    when: days.date(state.is === 'accepted' ? state.dueOn : handleBy, today),
    mark: 'heard',
    says: words.ahead.result,
    time: 'ahead',
  }
  if (state.is === 'offered') return [say, result, word]
  return state.is === 'accepted' || state.is === 'reopened' ? [result, word] : [word]
}
