import { useWords } from '#app/i18n/words.tsx'
import type { SessionState } from '#app/sync/session.ts'
import type { Sealed } from '#app/store/rescue-shelf.ts'
import { useDoor, useToday } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Page } from '#app/ui/Page.tsx'
import { dayOf } from '#domain/base/days.ts'
import { SaveRescueFile } from './RescueSheet.tsx'
import { SignInForm } from './SignInForm.tsx'

type Locked = Extract<SessionState, { is: 'locked' }>

/** The digits open nothing any more, or are forgotten: the password, and what was not sent goes to the office first. */
export function PasswordFirstScreen({ locked }: { readonly locked: Locked }) {
  const words = useWords('signIn')
  return (
    <Page name={words.name} className="sign-in">
      <Grains />
      <h1 className="title">{locked.name}</h1>
      {locked.notRescued > 0 ? (
        <NotRescued count={locked.notRescued} />
      ) : (
        <>
          <Why locked={locked} />
          <SignInForm />
          <Ways locked={locked} />
        </>
      )}
    </Page>
  )
}

function Why({ locked }: { readonly locked: Locked }) {
  const words = useWords('rescue')
  const unlock = useWords('unlock')
  if (locked.dropped !== null) return <Dropped sealed={locked.dropped} />
  return <p className="lead">{locked.forgot ? words.forgot(locked.waiting) : unlock.signInFirst}</p>
}

function Dropped({ sealed }: { readonly sealed: Sealed }) {
  const words = useWords('rescue')
  const days = useWords('days')
  const today = useToday()
  const { changes, drafts, since } = sealed
  const isNothing = changes + drafts === 0
  return (
    <div role="status">
      <p className="lead">{words.keyDropped}</p>
      <p className="lead">
        {words.told(
          [
            isNothing ? words.nothingUnsent : words.stillHere(words.unsent(changes, drafts)),
            since === null ? '' : words.since(days.day(dayOf(since), today)),
            isNothing ? '' : words.goesAtSignIn,
          ].filter(sentence => sentence !== ''),
        )}
      </p>
    </div>
  )
}

function Ways({ locked }: { readonly locked: Locked }) {
  const words = useWords('rescue')
  const unlock = useWords('unlock')
  const door = useDoor()
  return (
    <Acts set="ends">
      {locked.forgot && locked.dropped === null ? (
        <Button kind="quiet" small onPress={() => void door.choosePerson(locked.id)}>
          {words.back}
        </Button>
      ) : null}
      <Button kind="quiet" small onPress={() => void door.signInAsAnother()}>
        {unlock.another}
      </Button>
    </Acts>
  )
}

/** The office's machine could not open some of it: to keep it as a file, or to lose it knowingly [S5]. */
function NotRescued({ count }: { readonly count: number }) {
  const words = useWords('rescue')
  const door = useDoor()
  return (
    <>
      <p className="lead" role="alert">
        {words.notRescued(count)}
      </p>
      <SaveRescueFile />
      <Button wide onPress={() => void door.beginAnewLosingUnsent()}>
        {words.loseAndBegin}
      </Button>
    </>
  )
}
