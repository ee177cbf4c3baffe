import { type FormEvent, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { SignInAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'

/** Account and password, once on this device; accounts are made by the office. `for`: whose PIN was mistaken ten times. */
export function SignInScreen(props: { readonly for?: string | undefined }) {
  const words = useWords('signIn')
  const unlock = useWords('unlock')
  const form = useSignIn()
  return (
    <Page name={words.name} className="sign-in">
      <Grains />
      <h1 className="title">{words.heading}</h1>
      <p className="under">{props.for === undefined ? words.under : unlock.signInFirst}</p>
      <form onSubmit={form.enter}>
        <Field
          label={words.account}
          name="username"
          autoComplete="username"
          value={form.username}
          onChange={form.setUsername}
          required
        />
        <Field
          label={words.password}
          name="password"
          type="password"
          autoComplete="current-password"
          value={form.password}
          onChange={form.setPassword}
          required
        />
        {form.refusal === undefined ? null : <Refusal>{form.refusal}</Refusal>}
        <Button sends kind="first" wide disabled={form.entering || form.username.trim() === ''}>
          {form.entering ? words.entering : words.enter}
        </Button>
      </form>
      <p className="aside">{words.noAccount}</p>
    </Page>
  )
}

function useSignIn() {
  const door = useDoor()
  const sentence = useSignInSentence()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [entering, setEntering] = useState(false)
  const [answer, setAnswer] = useState<SignInAnswer>()

  async function enter(event: FormEvent) {
    event.preventDefault()
    setEntering(true)
    setAnswer(undefined)
    setAnswer(await door.signIn(username.trim(), password))
    setEntering(false)
  }

  const refusal = answer === undefined || answer.ok ? undefined : sentence(answer.because)
  return {
    username,
    setUsername,
    password,
    setPassword,
    entering,
    refusal,
    enter: (event: FormEvent) => void enter(event),
  }
}

type Because = Extract<SignInAnswer, { ok: false }>['because']

function useSignInSentence(): (because: Because) => string {
  const words = useWords('signIn')
  const sentences: Record<Because, string> = {
    'wrong-password': words.wrong,
    'no-signal': words.offline,
    'too-many-tries': words.tooManyTries,
    'not-a-phone-role': words.notAPhoneRole,
    'server-trouble': words.trouble,
  }
  return because => sentences[because]
}
