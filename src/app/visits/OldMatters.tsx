import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useBackStep } from '#app/ui/back-step.ts'
import { Bar } from '#app/ui/Bar.tsx'
import { ChoiceList, ChoiceRow } from '#app/ui/Choice.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import type { Household } from '#domain/households/household.ts'
import { FormalChannel } from '../formal/FormalChannel.tsx'
import { Complaint } from '../sealed/Complaint.tsx'
import { OldMatterSheet } from './OldMatterSheet.tsx'

type Props = {
  readonly household: Household
  /** The name of the screen this stands on, which stays as it was. */
  readonly name: string
  readonly onBack: () => void
}

/** What the family would like done today about an old matter [H19]. */
type Way = 'heard' | 'present' | 'formal' | 'person'

/**
 * 说起老账: listen, then one question. Which way was taken stands in no address, no name of a page and no store; only to
 * be heard leaves nothing at all, not even a tally [H19].
 */
export function OldMatters(props: Props) {
  const [way, setWay] = useState<Way>()
  const close = () => setWay(undefined)
  useBackStep(true, props.onBack)
  const page = { household: props.household, name: props.name, onBack: close }
  if (way === 'formal') return <FormalChannel {...page} />
  if (way === 'person') return <Complaint {...page} />
  return (
    <>
      <Card {...props} onChoose={setWay} />
      <OldMatterSheet household={props.household} way={way} onClose={close} />
    </>
  )
}

function Card(props: Props & { readonly onChoose: (way: Way) => void }) {
  const { old } = useWords('talk')
  const { quoted } = useWords('base')
  const ways = [
    { is: 'heard', says: old.onlyHeard, means: old.onlyHeardMeans },
    { is: 'present', says: old.present, means: old.presentMeans },
    { is: 'formal', says: old.formal, means: old.formalMeans },
    { is: 'person', says: old.person, means: old.personMeans },
  ] as const
  return (
    <Page
      name={props.name}
      above={<Bar back={`/families/${props.household.id}/talk`} onBack={props.onBack} says={old.name} />}
    >
      <div className="hush">
        {old.hush.map(word => (
          <span key={word}>{word}</span>
        ))}
      </div>
      <h1 className="ask">
        <Phrase>{quoted(old.ask)}</Phrase>
      </h1>
      <p className="aside">{old.once}</p>
      <ChoiceList>
        {ways.map(({ is, says, means }) => (
          <ChoiceRow key={is} says={says} means={means} leads={{ onPress: () => props.onChoose(is) }} />
        ))}
      </ChoiceList>
      <p className="aside">{old.nothingKept}</p>
    </Page>
  )
}
