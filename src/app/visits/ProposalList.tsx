import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Finding } from '#app/ui/Finding.tsx'
import type { Proposed } from '#domain/visits/proposals.ts'
import type { Mended } from './diary-draft.ts'
import { kindOf } from './proposal-kind.ts'
import type { Judged, Reading } from './use-reading.ts'

/** The proposals in the order of the text: three equal acts each, nothing preselected [H9]. */
export function ProposalList({ reading }: { readonly reading: Reading }) {
  const says = useProposalWords(reading.hasCompanion)
  return (
    <ol className="finds">
      {reading.judged.map(one => {
        const { proposal, number } = one
        return (
          <Finding
            key={proposal.key}
            number={number}
            kind={kindOf(proposal.proposed)}
            {...says(one)}
            state={stateOf(one)}
            onTake={() => reading.take(proposal)}
            onMend={() => reading.mend(proposal)}
            onLeave={() => reading.leave(proposal)}
            onUndo={() => reading.undo(proposal)}
          />
        )
      })}
    </ol>
  )
}

const stateOf = ({ judgement }: Judged): 'open' | 'taken' | 'left' =>
  judgement === null || judgement.is === 'mending' ? 'open' : judgement.is

type Says = { readonly says: string; readonly sentence: string; readonly takeSays?: string }

/** What a proposal is called, its sentence, and what taking it is called. */
function useProposalWords(hasCompanion: boolean): (one: Judged) => Says {
  const words = useWords('reading')
  const days = useWords('days')
  const { factNames } = useWords('base')
  const today = useToday()
  const ended = (sentence: string) => sentence.replace(/[，,、。.]+$/u, '')
  const promise = (said: string, dueOn: Mended['dueOn']) =>
    dueOn === null
      ? words.promiseNoDay(ended(said))
      : words.promiseBy(days.withWeekday(dueOn, today), withoutDay(ended(said)))

  const proposedWords = (proposed: Proposed): Says => {
    const says = words.kinds[proposed.is === 'told' ? 'answer' : proposed.is]
    switch (proposed.is) {
      case 'need':
        return { says, sentence: ended(proposed.words) }
      case 'question':
        return { says, sentence: words.question(ended(proposed.words)) }
      case 'open-need':
        return { says, sentence: words.openNeed(proposed.about, ended(proposed.words)) }
      case 'told':
        return { says, sentence: words.told(proposed.about) }
      case 'done-there':
        return hasCompanion
          ? { says, sentence: words.doneThere(ended(proposed.words)), takeSays: words.saidGood }
          : { says, sentence: `${ended(proposed.words)}。${words.needsSecondEar}` }
      case 'promise':
      case 'others-promise':
        return { says, sentence: promise(proposed.words, proposed.dueOn) }
      case 'fact':
        return {
          says: proposed.key === 'telephone' ? words.kinds.telephone : says,
          sentence: proposed.sameAsKept
            ? words.sameAsKept(proposed.value)
            : words.factValue(factNames[proposed.key], proposed.value),
        }
      default:
        return proposed satisfies never
    }
  }

  return ({ proposal, judgement }) => {
    const proposed = proposedWords(proposal.proposed)
    if (judgement?.is !== 'taken' || judgement.mended === null) return proposed
    const { mended } = judgement
    return {
      says: mended.as === null ? proposed.says : words.kinds[mended.as],
      sentence: mended.as === 'promise' ? promise(mended.words, mended.dueOn) : mended.words,
    }
  }
}

/** The day stands before the sentence already; as the words said it (下周三前) it is not repeated. */
const withoutDay = (said: string): string =>
  said.replace(
    /^(?:我们?(?:就|也)?(?:说|答应|讲|应)了?(?:是)?[，：]?)?(?:明天|后天|月底|(?:下|这|本)?(?:周|星期|礼拜)[一二三四五六日天]|\d+月\d+[日号]|[一二两三四五六七八九十\d]+[天日]内)(?:之前|以前|前)?(?=.)/u,
    '',
  )
