import { useState } from 'react'
import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { Section } from '#app/ui/Section.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'

/** Buttons, chips, a sheet, a sentence at the foot; the two voices. */
export function PressedParts() {
  const words = usePartsWords()
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<string | undefined>(words.pickChoices[0])
  return (
    <>
      <Section bare heading={words.pressed}>
        <div className="flow">
          <Button kind="first" onPress={() => say(words.toastText)}>
            {words.buttons.first}
          </Button>
          <Button onPress={() => setOpen(true)}>{words.sheet}</Button>
          <Button kind="take" onPress={() => say(words.toastText, () => setPicked(undefined))}>
            {words.toast}
          </Button>
          <Button kind="quiet" icon="voice" onPress={() => setOpen(true)}>
            {words.buttons.quiet}
          </Button>
          <Button small disabled onPress={() => undefined}>
            {words.buttons.plain}
          </Button>
        </div>
        <Picks
          label={words.picks}
          value={picked}
          onChange={setPicked}
          choices={words.pickChoices.map(choice => ({ value: choice, says: choice }))}
        />
        <Sheet open={open} onClose={() => setOpen(false)} heading={words.sheet}>
          <p>{words.sheetText}</p>
        </Sheet>
      </Section>
      <Section heading={words.voices}>
        <Quote by={words.sayer}>{words.saying}</Quote>
      </Section>
    </>
  )
}
