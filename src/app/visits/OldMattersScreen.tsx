import { useState } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import type { HouseholdSeen } from '#app/sync/wuxin.tsx'
import { Bar } from '#app/ui/Bar.tsx'
import { ChoiceList, ChoiceRow } from '#app/ui/Choice.tsx'
import { Page } from '#app/ui/Page.tsx'
import { Phrase } from '#app/ui/Phrase.tsx'
import { NotHere } from './NotHere.tsx'
import { type OldMatterWay, OldMatterSheet } from './OldMatterSheet.tsx'
import { useFamily } from './use-family.ts'
import { useNightHere } from './use-night-here.ts'

/** 说起老账: listen, then one question. Only to be heard leaves nothing at all, not even a tally [H19]. */
export function OldMattersScreen() {
  const seen = useFamily()
  return seen === null ? <NotHere /> : <Card seen={seen} />
}

function Card({ seen: { household } }: { readonly seen: HouseholdSeen }) {
  const { old } = useWords('talk')
  const { quoted } = useWords('base')
  const [way, setWay] = useState<OldMatterWay>()
  useNightHere()
  const ways = [
    { is: 'heard', says: old.onlyHeard, means: old.onlyHeardMeans },
    { is: 'present', says: old.present, means: old.presentMeans },
    { is: 'formal', says: old.formal, means: old.formalMeans },
    { is: 'person', says: old.person, means: old.personMeans },
  ] as const
  return (
    <Page name={old.name} above={<Bar back={`/families/${household.id}/talk`} says={old.name} />}>
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
          <ChoiceRow key={is} says={says} means={means} leads={{ onPress: () => setWay(is) }} />
        ))}
      </ChoiceList>
      <p className="aside">{old.nothingKept}</p>
      <OldMatterSheet household={household} way={way} onClose={() => setWay(undefined)} />
    </Page>
  )
}
