import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { OpenerLine } from '#domain/sealed/letter.ts'
import { usePost } from '../teams/use-post.tsx'

/** Somebody opens no more: what becomes of the letters is said before it is done [H19]. */
export function TakeAway(props: {
  readonly opener: Pick<OpenerLine, 'id' | 'name' | 'without'>
  readonly again: () => Promise<void>
}) {
  const words = useDeskWords('sealed')
  const [asked, setAsked] = useState(false)
  const [post, refused] = usePost(props.again)
  const { id, name, without } = props.opener
  if (!asked)
    return (
      <Button kind="quiet" small label={words.takeAwayWho(name)} onPress={() => setAsked(true)}>
        {words.takeAway}
      </Button>
    )
  return (
    <div className="sealed-form" role="group" aria-label={words.takeAwayWho(name)}>
      <p>{words.takeAwayMeans(name)}</p>
      {without === undefined ? null : <p className="note">{words.wouldBe(without.still, without.closes)}</p>}
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
      <div className="acts left">
        <Button small onPress={() => setAsked(false)}>
          {words.leaveSo}
        </Button>
        <Button kind="take" small onPress={() => void post('/api/sealed/openers/leave', { person: id })}>
          {words.takeAwayWho(name)}
        </Button>
      </div>
    </div>
  )
}
