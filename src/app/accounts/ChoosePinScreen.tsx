import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDoor } from '#app/sync/wuxin.tsx'
import { Grains } from '#app/ui/Grains.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { Page } from '#app/ui/Page.tsx'
import type { Rescue } from './take-back.ts'

const digits = 6

/** Six digits, twice: from then on what lies on this device is unreadable without them. */
export function ChoosePinScreen({ name, rescue }: { readonly name: string; readonly rescue: Rescue | null }) {
  const words = useWords('unlock')
  const choosing = useChoosing()
  const came = useCame(rescue)
  return (
    <Page name={words.name} className="unlock">
      <Grains />
      <h1 className="title">{name}</h1>
      <p className="under">{choosing.again ? words.chooseAgain : words.choose}</p>
      <Pins length={digits} filled={choosing.typed.length} />
      <p className="small two" role="status">
        {came}
        {choosing.says}
      </p>
      <Keypad
        value={choosing.typed}
        length={digits}
        onChange={choosing.type}
        onForgot={choosing.startAnew}
        forgotSays={words.typeAnew}
        disabled={choosing.busy}
      />
    </Page>
  )
}

/** What became of what lay sealed on this phone, before the new digits are chosen. */
function useCame(rescue: Rescue | null): string | null {
  const words = useWords('rescue')
  if (rescue === null) return null
  const { received, refused, drafts } = rescue
  return received + refused + drafts === 0 ? null : words.came(received, refused, drafts)
}

function useChoosing() {
  const words = useWords('unlock')
  const door = useDoor()
  const [first, setFirst] = useState<string>()
  const [typed, setTyped] = useState('')
  const [says, setSays] = useState(words.chooseNote)
  const [busy, setBusy] = useState(false)

  const startAnew = (why: string) => {
    setFirst(undefined)
    setTyped('')
    setSays(why)
  }
  async function choose(pin: string) {
    setBusy(true)
    const { ok } = await door.choosePin(pin)
    setBusy(false)
    if (!ok) startAnew(words.tooPlain)
  }
  const type = (pin: string) => {
    setTyped(pin)
    if (pin.length < digits) return
    if (isPlain(pin)) return startAnew(words.tooPlain)
    if (first === undefined) {
      setFirst(pin)
      setTyped('')
      setSays(words.chooseNote)
    } else if (first === pin) void choose(pin)
    else startAnew(words.notSame)
  }
  return { typed, type, again: first !== undefined, says, busy, startAnew: () => startAnew(words.chooseNote) }
}

/** 000000, 123456, 654321, 112233: what anybody tries first. */
function isPlain(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at]))
  return new Set(steps).size === 1 || /^(\d)\1(\d)\2(\d)\3$/.test(pin) || /^(\d{2,3})\1+$/.test(pin)
}
