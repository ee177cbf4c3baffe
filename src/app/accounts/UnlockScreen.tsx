import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { SessionState, UnlockAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { Page } from '#app/ui/Page.tsx'
import { PeopleSheet } from './PeopleHere.tsx'

const digits = 6

type Locked = Extract<SessionState, { is: 'locked' }>

/** Six digits open what lies on this device. What waits to be sent waits safely, and the screen says so. */
export function UnlockScreen({ locked }: { readonly locked: Locked }) {
  const words = useWords('unlock')
  const door = useDoor()
  const opening = useOpeningByPin()
  const [asking, setAsking] = useState(false)
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
        onForgot={() => void door.forgotPin()}
        disabled={opening.busy}
      />
      <Acts set={locked.passkey ? 'ends' : 'one-row'}>
        {locked.passkey ? (
          <Button kind="quiet" small onPress={() => void door.unlockWithPasskey()}>
            {words.withPasskey}
          </Button>
        ) : null}
        <Button kind="quiet" small onPress={() => setAsking(true)}>
          {words.another}
        </Button>
      </Acts>
      <PeopleSheet others={locked.others} open={asking} onClose={() => setAsking(false)} />
    </Page>
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
  if (answer.because === 'no-room') return words.noRoom
  return answer.waitSeconds > 0 ? words.waitSeconds(answer.waitSeconds) : words.wrong
}
