import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { PasskeyAnswer } from '#app/sync/session.ts'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'

const digits = 6

type Props = {
  readonly open: boolean
  /** Whether a passkey opens this phone already. */
  readonly added: boolean
  readonly onChange: (added: boolean) => void
  readonly onClose: () => void
}

/** Adds a passkey, after the six digits once more; or takes it away again. */
export function PasskeySheet(props: Props) {
  const words = useWords('unlock').passkey
  return (
    <Sheet open={props.open} onClose={props.onClose} heading={words.row}>
      {props.added ? <Added {...props} /> : <Adding {...props} />}
    </Sheet>
  )
}

function Adding({ onChange, onClose }: Props) {
  const words = useWords('unlock')
  const door = useDoor()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [says, setSays] = useState('')
  const add = async (pin: string) => {
    setBusy(true)
    const answer = await door.addPasskey(pin)
    setBusy(false)
    setTyped('')
    if (answer.ok) onChange(true)
    else setSays(sentenceFor(answer, words))
  }
  const type = (pin: string) => {
    setTyped(pin)
    if (pin.length === digits) void add(pin)
  }
  return (
    <div className="pin-once-more">
      <p>{words.passkey.means}</p>
      <p className="under">{busy ? words.passkey.asking : words.passkey.pinFirst}</p>
      <Pins length={digits} filled={typed.length} />
      <p className="small two" role="status">
        {says}
      </p>
      <Keypad
        value={typed}
        length={digits}
        onChange={type}
        onForgot={onClose}
        forgotSays={words.passkey.notNow}
        disabled={busy}
      />
    </div>
  )
}

function sentenceFor(
  answer: Extract<PasskeyAnswer, { ok: false }>,
  words: ReturnType<typeof useWords<'unlock'>>,
): string {
  if (answer.because === 'not-added') return words.passkey.notAdded
  if (answer.because === 'no-room') return words.noRoom
  return answer.waitSeconds > 0 ? words.waitSeconds(answer.waitSeconds) : words.wrong
}

function Added({ onChange, onClose }: Props) {
  const words = useWords('unlock').passkey
  const door = useDoor()
  const drop = async () => {
    await door.dropPasskey()
    onChange(false)
    onClose()
  }
  return (
    <>
      <p>{words.addedMeans}</p>
      <div className="form-end">
        <Button wide onPress={() => void drop()}>
          {words.drop}
        </Button>
      </div>
    </>
  )
}
