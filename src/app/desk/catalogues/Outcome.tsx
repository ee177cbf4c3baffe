import type { ComponentType } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { useWhy } from '../DeskSentence.tsx'
import { useProblemWords } from './fault-words.ts'
import type { Kept, Moved } from './use-catalogue.ts'

type Props<Line> = {
  readonly outcome: Kept | null
  readonly moved: Moved<Line> | null
  readonly id: string
  readonly fieldWords: Readonly<Record<string, string>>
  /** The line as somebody else has written it. */
  readonly Theirs: ComponentType<{ readonly line: Line }>
  readonly onTakeTheirs: (line: Line) => void
}

/** Why an edit was not kept: which lines are wrong, or who wrote meanwhile and what. */
export function Outcome<Line extends { readonly id: string }>(props: Props<Line>) {
  const words = useDeskWords('catalogues')
  const why = useWhy()
  const problemWords = useProblemWords(props.fieldWords)
  const { outcome, moved } = props
  if (outcome === null || outcome.is === 'kept') return null
  if (outcome.is === 'trouble') return <Refusal>{why(outcome.because)}</Refusal>
  if (outcome.refused.because === 'catalogue-moved')
    return moved === null ? <Refusal>{why('no-signal')}</Refusal> : <MovedWords {...props} moved={moved} />
  return (
    <Refusal>
      {words.broken}
      <ul>
        {outcome.refused.problems.map(problem => {
          const sentence = problemWords(problem)
          return <li key={sentence}>{sentence}</li>
        })}
      </ul>
    </Refusal>
  )
}

function MovedWords<Line extends { readonly id: string }>(
  props: Props<Line> & { readonly moved: Moved<Line> },
) {
  const words = useDeskWords('catalogues')
  const { moved, id, onTakeTheirs, Theirs } = props
  const theirs = moved.catalogue.lines.find(one => one.id === id)
  const before = moved.before.lines.find(one => one.id === id)
  const differs = JSON.stringify(theirs) !== JSON.stringify(before)
  return (
    <>
      <Refusal>
        {words.moved(moved.now.editedBy.name, moved.now.version)}{' '}
        {!differs ? words.movedSame : theirs === undefined ? words.movedGone : words.movedOther}
      </Refusal>
      {theirs === undefined || !differs ? null : (
        <div className="theirs">
          <Theirs line={theirs} />
          <Button small onPress={() => onTakeTheirs(theirs)}>
            {words.takeTheirs}
          </Button>
        </div>
      )}
    </>
  )
}
