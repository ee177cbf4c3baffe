import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor, useSyncNow } from '#app/sync/wuxin.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useSignInSentence } from './use-sign-in.ts'

/** The session has run out: the password once more, and what waits goes on. Nothing is locked and nothing is lost. */
export function SignInAgainSheet({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) {
  const words = useWords('me')
  return (
    <Sheet open={open} onClose={onClose} heading={words.signInAgainAct}>
      <Form onDone={onClose} />
    </Sheet>
  )
}

function Form({ onDone }: { readonly onDone: () => void }) {
  const words = useWords('signIn')
  const door = useDoor()
  const syncNow = useSyncNow()
  const sentence = useSignInSentence()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    const answer = await door.signIn(username.trim(), password)
    setBusy(false)
    if (!answer.ok) return setRefusal(sentence(answer.because))
    onDone()
    await syncNow()
  }
  return (
    <>
      <Field
        label={words.account}
        name="username"
        autoComplete="username"
        value={username}
        onChange={setUsername}
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={username.trim() !== '' && password !== ''}
        onKeep={() => void enter()}
      >
        {words.enter}
      </FormEnd>
    </>
  )
}
