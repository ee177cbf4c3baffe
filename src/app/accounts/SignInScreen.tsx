import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { useSignIn } from './use-sign-in.ts'

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
