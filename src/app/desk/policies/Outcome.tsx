import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { Policy } from '#domain/policies/policy.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useProblemWords } from './fault-words.ts'
import type { Kept, Moved } from './use-policies.ts'

/** Why an edit was not kept: which lines are wrong, or who wrote meanwhile and what. */
export function Outcome(props: {
  readonly outcome: Kept | null
  readonly moved: Moved | null
  readonly policy: Policy
  readonly onTakeTheirs: (policy: Policy) => void
}) {
  const words = useDeskWords('policies')
  const why = useWhy()
  const problemWords = useProblemWords()
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

function MovedWords(props: {
  readonly moved: Moved
  readonly policy: Policy
  readonly onTakeTheirs: (policy: Policy) => void
}) {
  const words = useDeskWords('policies')
  const { moved, policy, onTakeTheirs } = props
  const theirs = moved.catalogue.policies.find(({ id }) => id === policy.id)
  const before = moved.before.policies.find(({ id }) => id === policy.id)
  const differs = JSON.stringify(theirs) !== JSON.stringify(before)
  return (
    <>
      <Refusal>
        {words.moved(moved.now.editedBy.name, moved.now.version)}{' '}
        {!differs ? words.movedSame : theirs === undefined ? words.movedGone : words.movedOther}
      </Refusal>
      {theirs === undefined || !differs ? null : (
        <div className="theirs">
          <p>{theirs.title}</p>
          <p className="song">{theirs.plain}</p>
          <p>
            <code>{theirs.entitled}</code>
          </p>
          <p className="small two">{[...theirs.papers, theirs.place].join('、')}</p>
          <Button small onPress={() => onTakeTheirs(theirs)}>
            {words.takeTheirs}
          </Button>
        </div>
      )}
    </>
  )
}
