import { useWords } from '#app/i18n/words.tsx'
import type { OnPhone } from '#app/sync/session.ts'
import { Grains } from '#app/ui/Grains.tsx'
import { Page } from '#app/ui/Page.tsx'
import { PeopleHere } from './PeopleHere.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Account and password, once on this device; accounts are made by the office. Who works here already opens by PIN. */
export function SignInScreen({ people }: { readonly people: readonly OnPhone[] }) {
  const words = useWords('signIn')
  const rescue = useWords('rescue')
  return (
    <Page name={words.name} className="sign-in">
      <Grains />
      <h1 className="title">{words.heading}</h1>
      <p className="under">{words.under}</p>
      <SignInForm />
      <p className="aside">{words.noAccount}</p>
      {people.length === 0 ? null : (
        <section aria-label={rescue.whoIsHere}>
          <p className="aside">{rescue.whoIsHere}</p>
          <PeopleHere people={people} />
        </section>
      )}
    </Page>
  )
}
