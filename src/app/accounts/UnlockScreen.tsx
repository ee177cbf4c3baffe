import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { SessionState, UnlockAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

const digits = 6

type Locked = Extract<SessionState, { is: 'locked' }>

/** Six digits open what lies on this device. What waits to be sent waits safely, and the screen says so. */
export function UnlockScreen({ locked }: { readonly locked: Locked }) {
  const words = useWords('unlock')
  const door = useDoor()
  const opening = useOpeningByPin()
  const [forgot, setForgot] = useState(false)
  return (
    <Page name={words.name} className="unlock">
      <Grains />
      <h1 className="title">{locked.name}</h1>
      <p className="under">{opening.busy ? words.opening : words.ask(digits)}</p>
      <Pins length={digits} filled={opening.typed.length} />
      <p className="small two" role="status">
        {opening.says ?? (locked.waiting === 0 ? '' : words.waiting(locked.waiting))}
      </p>
      <Keypad
        value={opening.typed}
        length={digits}
        onChange={opening.type}
        onForgot={() => setForgot(true)}
        disabled={opening.busy}
      />
      {locked.passkey ? (
        <Button kind="quiet" small onPress={() => void door.unlockWithPasskey()}>
          {words.withPasskey}
        </Button>
      ) : (
        <Button kind="quiet" small onPress={door.signInAsAnother}>
          {words.another}
        </Button>
      )}
      <ForgotSheet locked={locked} open={forgot} onClose={() => setForgot(false)} />
    </Page>
  )
}

/** Without the digits nobody opens it. The password first; then new digits, losing knowingly what was not sent. */
function ForgotSheet(props: {
  readonly locked: Locked
  readonly open: boolean
  readonly onClose: () => void
}) {
  const { locked } = props
  const words = useWords('unlock')
  const door = useDoor()
  return (
    <Sheet
      open={props.open}
      onClose={props.onClose}
      heading={words.forgotHeading}
      end={
        locked.signedIn ? (
          <Button wide onPress={() => void door.beginAnewLosingUnsent()}>
            {words.newDigits}
          </Button>
        ) : (
          <Button kind="first" wide onPress={door.signInAsAnother}>
            {words.startOver}
          </Button>
        )
      }
    >
      <p>{locked.signedIn ? words.newDigitsMeans(locked.waiting) : words.forgotMeans}</p>
    </Sheet>
  )
}

function useOpeningByPin() {
  const words = useWords('unlock')
  const door = useDoor()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<UnlockAnswer>()

  async function open(pin: string) {
    setBusy(true)
    const answered = await door.unlock(pin)
    setBusy(false)
    setTyped('')
    setAnswer(answered)
  }
  const type = (pin: string) => {
    setTyped(pin)
    if (pin.length === digits) void open(pin)
  }
  return { typed, type, busy, says: saysFor(answer, words) }
}

function saysFor(answer: UnlockAnswer | undefined, words: ReturnType<typeof useWords<'unlock'>>) {
  if (answer === undefined || answer.ok) return undefined
  if (answer.because === 'sign-in-first') return words.signInFirst
  return answer.waitSeconds > 0 ? words.waitSeconds(answer.waitSeconds) : words.wrong
}
