import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { UnlockAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

const digits = 6

/** Six digits open what lies on this device. What waits to be sent waits safely, and the screen says so. */
export function UnlockScreen({ name, waiting }: { readonly name: string; readonly waiting: number }) {
  const words = useWords('unlock')
  const door = useDoor()
  const opening = useOpeningByPin()
  const [forgot, setForgot] = useState(false)
  return (
    <Page name={words.name} className="unlock">
      <Grains />
      <h1 className="title">{name}</h1>
      <p className="under">{opening.busy ? words.opening : words.ask(digits)}</p>
      <Pins length={digits} filled={opening.typed.length} />
      <p className="waits" role="status">
        {opening.says ?? (waiting === 0 ? '' : words.waiting(waiting))}
      </p>
      <Keypad
        value={opening.typed}
        length={digits}
        onChange={opening.type}
        onForgot={() => setForgot(true)}
        disabled={opening.busy}
      />
      <Button kind="quiet" small onPress={door.signInAsAnother}>
        {words.another}
      </Button>
      <Sheet
        open={forgot}
        onClose={() => setForgot(false)}
        heading={words.forgotHeading}
        end={
          <Button kind="first" wide onPress={door.signInAsAnother}>
            {words.startOver}
          </Button>
        }
      >
        <p>{words.forgotMeans}</p>
      </Sheet>
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
    const answer = await door.unlock(pin)
    setBusy(false)
    setTyped('')
    setAnswer(answer)
  }
  const type = (pin: string) => {
    setTyped(pin)
    if (pin.length === digits) void open(pin)
  }
  const says =
    answer === undefined || answer.ok
      ? undefined
      : answer.because === 'sign-in-first'
        ? words.signInFirst
        : answer.waitSeconds > 0
          ? words.waitSeconds(answer.waitSeconds)
          : words.wrong
  return { typed, type, busy, says }
}
