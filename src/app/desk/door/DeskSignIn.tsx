import { type FormEvent, useEffect, useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'

/** Signing in at the desk: the same account as on the phone, and no PIN, for nothing is kept here. */
export function DeskSignIn({ onSignedIn }: { readonly onSignedIn: () => Promise<void> }) {
  const words = useWords('signIn')
  const desk = useDeskWords('shell')
  const says = useWhy()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<{ readonly busy: boolean; readonly because: string | null }>({
    busy: false,
    because: null,
  })
  useEffect(() => {
    document.title = words.name
  }, [words])
  const enter = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true, because: null })
    const answer = await ask('/api/auth/sign-in/username', { body: { username: username.trim(), password } })
    setState({ busy: false, because: answer.ok ? null : answer.because })
    if (answer.ok) await onSignedIn()
  }
  return (
    <main className="desk-door">
      <Grains size={44} />
      <h1 className="title">{words.heading}</h1>
      <p className="note">{desk.doorUnder}</p>
      <form onSubmit={event => void enter(event)}>
        <Field
          label={words.account}
          name="username"
          autoComplete="username"
          required
          value={username}
          onChange={setUsername}
        />
        <Field
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={setPassword}
        />
        {state.because === null ? null : <Refusal>{says(state.because)}</Refusal>}
        <Button kind="first" wide sends disabled={state.busy}>
          {state.busy ? words.entering : words.enter}
        </Button>
      </form>
      <p className="note">{words.noAccount}</p>
    </main>
  )
}
