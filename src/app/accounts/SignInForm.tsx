import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { useSignIn } from './use-sign-in.ts'

/** Account and password, and why the last try was not taken. */
export function SignInForm() {
  const words = useWords('signIn')
  const form = useSignIn()
  return (
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
  )
}
