import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import type { PersonId } from '#domain/base/ids.ts'
import { longestLetter } from '#domain/sealed/letter.ts'
import { mayBeLeftOut, type Opener } from '#domain/sealed/opener.ts'
import { sealLetter } from './seal-letter.ts'
import { layLetter } from './sealed-shelf.ts'
import { sendSealed } from './send-sealed.ts'

/** A blank page, who will open it, and one thing to press. The words live on this screen alone until they are sealed. */
export function WriteComplaint(props: {
  readonly openers: readonly Opener[]
  readonly onSealed: (code: string) => void
}) {
  const words = useWords('sealed')
  const [text, setText] = useState('')
  const [leftOut, setLeftOut] = useState<ReadonlySet<PersonId>>(new Set())
  const [seal, { busy, refused }] = useSealing(props.onSealed)
  const reading = props.openers.filter(({ id }) => !leftOut.has(id))
  return (
    <>
      <p className="lead">{words.howItGoes}</p>
      <ul className="two-open">
        {props.openers.map(opener => (
          <li key={opener.id}>
            <span>{words.opener(opener.name, words.roles[opener.role])}</span>
            {mayBeLeftOut(props.openers, leftOut).includes(opener) ? (
              <button
                type="button"
                className="btn s"
                aria-pressed={leftOut.has(opener.id)}
                onClick={() => setLeftOut(turned(leftOut, opener.id))}
              >
                {leftOut.has(opener.id) ? words.leftOut : words.leaveOut}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="note">{props.openers.length === 2 ? words.aboutOneOfTwo : words.leaveOutMeans}</p>
      <TextArea
        label={words.ask}
        hint={words.blank}
        note={words.keptNowhere}
        voice="song"
        lines={7}
        value={text}
        onChange={written => setText(written.slice(0, longestLetter))}
      />
      <div className="form-end">
        {refused ? <Refusal>{words.notSealed}</Refusal> : null}
        <Button
          kind="first"
          icon="lock"
          wide
          disabled={busy || text.trim() === ''}
          onPress={() => void seal(text.trim(), { openers: reading, leftOut: [...leftOut] })}
        >
          {words.seal}
        </Button>
      </div>
    </>
  )
}

function turned(set: ReadonlySet<PersonId>, id: PersonId): ReadonlySet<PersonId> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Who opens it, and whom it passes by. */
type Reached = { readonly openers: readonly Opener[]; readonly leftOut: readonly PersonId[] }
type Sealing = { readonly busy: boolean; readonly refused: boolean }

/** Seals and lays it on the shelf; it goes at once where there is a signal, else with a later sync. */
function useSealing(
  onSealed: (code: string) => void,
): readonly [(words: string, to: Reached) => Promise<void>, Sealing] {
  const [state, setState] = useState<Sealing>({ busy: false, refused: false })
  const seal = async (words: string, { openers, leftOut }: Reached) => {
    setState({ busy: true, refused: false })
    try {
      const { letter, code } = await sealLetter(words, openers, leftOut)
      await layLetter(letter)
      void sendSealed().catch(() => undefined)
      onSealed(code)
    } catch {
      // A full disk, or a browser without WebCrypto: the words are still on the screen.
      setState({ busy: false, refused: true })
    }
  }
  return [seal, state]
}
