import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { PicksMany } from '#app/ui/Picks.tsx'
import type { PersonId } from '#domain/base/ids.ts'
import { readyOpeners, type LetterLine } from '#domain/sealed/letter.ts'
import { pairsOf } from '#domain/sealed/opener.ts'
import type { SealedProps } from './SealedScreen.tsx'

/**
 * An open letter is sealed anew to those who open now: somebody was named since, or has a new passphrase. Whom it passes
 * by, because it is about them, the reader leaves out; the writer's own leaving out is kept [H19].
 */
export function SealAnew(
  props: SealedProps & {
    readonly letter: LetterLine
    readonly leftOut: readonly PersonId[]
    readonly onSeal: (to: ReadonlySet<PersonId>) => Promise<boolean>
  },
) {
  const words = useDeskWords('sealed')
  const { desk, letter, leftOut, onSeal } = props
  const others = letter.lacks.filter(id => !leftOut.includes(id))
  const ready = readyOpeners(desk.openers)
  const holds = ready.filter(({ id }) => !letter.lacks.includes(id)).map(({ id }) => id)
  const [to, setTo] = useState<readonly PersonId[]>([])
  if (others.length === 0) return null
  const reached = new Set([...holds, ...to])
  const canOpen = pairsOf(ready.filter(({ id }) => reached.has(id))).length > 0
  return (
    <div className="sealed-form">
      <PicksMany
        label={words.sealAnew}
        value={to}
        onChange={setTo}
        choices={ready
          .filter(({ id }) => others.includes(id))
          .map(({ id, name }) => ({ value: id, says: name }))}
      />
      <p className="note">{words.sealAnewNote}</p>
      <Button small disabled={to.length === 0 || !canOpen} onPress={() => void onSeal(reached)}>
        {words.sealAnewAct}
      </Button>
    </div>
  )
}
