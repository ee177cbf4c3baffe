import { type FormEvent, useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { SignInAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'

/** The form of account and password, and why the last try was not taken. */
export function useSignIn() {
  const door = useDoor()
  const sentence = useSignInSentence()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [entering, setEntering] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  async function enter() {
    setEntering(true)
    setRefusal(undefined)
    const answer = await door.signIn(username.trim(), password)
    setEntering(false)
    if (!answer.ok) setRefusal(sentence(answer.because))
  }

  return {
    username,
    setUsername,
    password,
    setPassword,
    entering,
    refusal,
    enter: (event: FormEvent) => {
      event.preventDefault()
      void enter()
    },
  }
}

type Because = Extract<SignInAnswer, { ok: false }>['because']

/** What a person reads when signing in was not taken. */
export function useSignInSentence(): (because: Because) => string {
  const words = useWords('signIn')
  const sentences: Readonly<Record<Because, string>> = {
    'wrong-password': words.wrong,
    'no-signal': words.offline,
    'too-many-tries': words.tooManyTries,
    'not-a-phone-role': words.notAPhoneRole,
    'server-trouble': words.trouble,
  }
  return because => sentences[because]
}
