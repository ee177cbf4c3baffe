import './formal.css'
import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDraft } from '#app/sync/wuxin.tsx'
import { useBackStep } from '#app/ui/back-step.ts'
import { Bar } from '#app/ui/Bar.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Foot } from '#app/ui/Foot.tsx'
import { Page } from '#app/ui/Page.tsx'
import type { Household } from '#domain/households/household.ts'
import { FormalLines } from './FormalLines.tsx'
import { OwnWords } from './OwnWords.tsx'
import { ReadBack } from './ReadBack.tsx'
import { useFormalChannel } from './use-formal-channel.ts'

export type FormalProps = {
  readonly household: Household
  readonly name: string
  readonly onBack: () => void
}

/**
 * 正式渠道: what protects them, what days hold, where to go; then, if they like, their own words, read back and printed
 * [H19]. What is written stays on this phone, sealed, until they have it on paper or wipe it.
 */
export function FormalChannel(props: FormalProps) {
  const [step, setStep] = useState<'rights' | 'words' | 'read'>('rights')
  const { text, setText, saved } = useDraft(`formal/${props.household.id}`)
  const back = () => (step === 'rights' ? props.onBack() : setStep(step === 'read' ? 'words' : 'rights'))
  useBackStep(true, back)
  const page = { ...props, text, onBack: back }
  if (step === 'words')
    return <OwnWords {...page} saved={saved} onChange={setText} onDone={() => setStep('read')} />
  if (step === 'read') return <ReadBack {...page} onWipe={() => setText('')} onDone={props.onBack} />
  return <Rights {...page} onWrite={() => setStep('words')} />
}

function Rights(props: FormalProps & { readonly text: string; readonly onWrite: () => void }) {
  const words = useWords('formal')
  const lines = useFormalChannel(props.household.village)
  return (
    <Page
      name={props.name}
      heading={words.heading}
      under={words.under}
      above={<Bar back={`/families/${props.household.id}/talk`} onBack={props.onBack} />}
      below={
        <Foot>
          <Button kind="first" wide onPress={props.onWrite}>
            {props.text === '' ? words.write : words.writeOn}
          </Button>
        </Foot>
      }
    >
      <FormalLines heading={words.rights} lines={lines('right')} />
      <FormalLines heading={words.limits} lines={lines('limit')} />
      <FormalLines heading={words.places} note={words.spokenToo} lines={lines('place')} />
    </Page>
  )
}
