import '../phone/phone.css'
import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useSession } from '#app/sync/wuxin.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Loading, Trouble } from '#app/ui/sentences.tsx'
import { ChoosePinScreen } from './ChoosePinScreen.tsx'
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
      return <SignInScreen />
    case 'no-pin':
      return <ChoosePinScreen name={session.actor.name} />
    case 'locked':
      return session.signInFirst ? <SignInScreen for={session.name} /> : <UnlockScreen locked={session} />
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
