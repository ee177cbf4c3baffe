import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { useSitting } from '../sitting.tsx'
import { usePost } from '../teams/use-post.tsx'
import type { SealedProps } from './SealedScreen.tsx'

/** A forgotten passphrase: what it means is said plainly, and the way on is another one [H19]. */
export function Forgotten({ desk, again }: SealedProps) {
  const words = useDeskWords('sealed')
  const { actor } = useSitting()
  const [asked, setAsked] = useState(false)
  const [post, refused] = usePost(again)
  const without = desk.openers.find(({ id }) => id === actor.id)?.without
  if (desk.me.wrapped === null || without === undefined) return null
  if (!asked)
    return (
      <div className="sealed-form">
        <Button kind="quiet" small onPress={() => setAsked(true)}>
          {words.forgotten}
        </Button>
      </div>
    )
  return (
    <div className="sealed-form" role="group" aria-label={words.forgotten}>
      <p>{words.forgottenMeans}</p>
      <p className="note">{words.wouldBe(without.still, without.closes)}</p>
      {refused === undefined ? null : <Refusal>{refused}</Refusal>}
      <div className="acts left">
        <Button small onPress={() => setAsked(false)}>
          {words.tryAgain}
        </Button>
        <Button kind="take" small onPress={() => void post('/api/sealed/key/forget', {})}>
          {words.makeAnother}
        </Button>
      </div>
    </div>
  )
}
