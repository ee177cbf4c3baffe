import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { makeKey } from '../../sealed/open-letter.ts'
import { usePost } from '../teams/use-post.tsx'

/** A passphrase that can be tried out at leisure is long. */
const shortest = 10

/** An opener's own passphrase, said twice. It never leaves this page; the key goes to the server wrapped under it. */
export function MakeKey({ again }: { readonly again: () => Promise<void> }) {
  const words = useDeskWords('sealed')
  const [said, setSaid] = useState('')
  const [twice, setTwice] = useState('')
  const [busy, setBusy] = useState(false)
  const [post, refused] = usePost(again)
  const make = async () => {
    setBusy(true)
    await post('/api/sealed/key', await makeKey(said))
    setBusy(false)
  }
  const isShort = said !== '' && [...said].length < shortest
  const differs = twice !== '' && said !== twice
  return (
    <Section heading={words.makeKey}>
      <div className="sealed-form">
        <p className="note">{words.makeKeyNote}</p>
        <Field
          label={words.passphrase}
          type="password"
          autoComplete="new-password"
          value={said}
          onChange={setSaid}
          refusal={isShort ? words.tooShort : undefined}
        />
        <Field
          label={words.again}
          type="password"
          autoComplete="new-password"
          value={twice}
          onChange={setTwice}
          refusal={differs ? words.differs : undefined}
        />
        {refused === undefined ? null : <Refusal>{refused}</Refusal>}
        <Button
          kind="first"
          disabled={busy || isShort || said === '' || said !== twice}
          onPress={() => void make()}
        >
          {words.make}
        </Button>
      </div>
    </Section>
  )
}
