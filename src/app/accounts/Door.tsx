import '../phone/phone.css'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor, useSession } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Loading, Trouble } from '#app/ui/sentences.tsx'
import { ChoosePinScreen } from './ChoosePinScreen.tsx'
import { PasswordFirstScreen } from './PasswordFirstScreen.tsx'
import { SignInScreen } from './SignInScreen.tsx'
import { UnlockScreen } from './UnlockScreen.tsx'

/** Stands before the screens: nothing of a family is drawn until somebody has signed in and opened this device. */
export function Door({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  switch (session.is) {
    case 'loading':
      return <Starting />
    case 'cannot-keep':
      return <CannotKeep because={session.because} />
    case 'signed-out':
      return <SignInScreen people={session.people} />
    case 'revoked':
      return <Revoked name={session.name} />
    case 'no-pin':
      return <ChoosePinScreen name={session.actor.name} rescue={session.rescue} />
    case 'locked':
      return session.signInFirst ? (
        <PasswordFirstScreen locked={session} />
      ) : (
        <UnlockScreen key={session.id} locked={session} />
      )
    case 'open':
      return children
    default:
      return session satisfies never
  }
}

function Starting() {
  const words = useWords('signIn')
  return (
    <Page name={words.name}>
      <Loading>{words.starting}</Loading>
    </Page>
  )
}

function CannotKeep({ because }: { readonly because: 'not-secure' | 'no-storage' }) {
  const words = useWords('signIn')
  return (
    <Page name={words.name} heading={words.heading} set="tab">
      <Trouble>{because === 'not-secure' ? words.notSecure : words.cannotKeep}</Trouble>
    </Page>
  )
}

function Revoked({ name }: { readonly name: string }) {
  const words = useWords('rescue')
  const signIn = useWords('signIn')
  const door = useDoor()
  return (
    <Page name={signIn.name} heading={signIn.heading} set="tab">
      <Trouble>{words.revoked(name)}</Trouble>
      <p className="aside">{words.revokedWhy}</p>
      <Button wide onPress={() => void door.signInAsAnother()}>
        {words.revokedOn}
      </Button>
    </Page>
  )
}
