import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { newId } from '#app/sync/new-id.ts'
import { Acts, Button } from '#app/ui/Button.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { type Day, parseDay } from '#domain/base/days.ts'
import type { ChangeId } from '#domain/base/ids.ts'
import type { Erased, ErasableFamily } from '#domain/campaigns/desk-answers.ts'
import { ask } from '../ask.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useDeskToday } from '../sitting.tsx'

const channels = ['at-the-door', 'telephone', 'in-writing'] as const
type Channel = (typeof channels)[number]

type Props = {
  readonly family: ErasableFamily
  readonly onErased: (on: Day) => void
  readonly onAnother: () => void
}

/** What goes, what stays and what stops; then the day and the way it was asked, and the act itself. */
export function EraseFamily({ family, onErased, onAnother }: Props) {
  const words = useDeskWords('erasing')
  const { familyOf } = useWords('base')
  const why = useWhy()
  const erasing = useErasing(family, onErased)
  return (
    <div className="erasing">
      <h2>{familyOf(family.family)}</h2>
      <p className="small two">{words.house(family.place, family.house)}</p>
      <WhatItMeans family={family} />
      <label className="asked-on">
        {words.askedOn}
        <input
          type="date"
          className="boxed"
          max={erasing.today}
          value={erasing.askedOn}
          onChange={event => erasing.setAskedOn(parseDay(event.target.value) ?? erasing.today)}
        />
      </label>
      <Picks
        label={words.channel}
        value={erasing.channel}
        onChange={erasing.setChannel}
        choices={channels.map(value => ({ value, says: words.channels[value] }))}
      />
      <p className="small two">{words.noWayBack}</p>
      {erasing.because === null ? null : <Refusal>{why(erasing.because)}</Refusal>}
      <Acts>
        <Button
          kind="first"
          disabled={erasing.busy || erasing.channel === undefined}
          onPress={() => void erasing.erase()}
        >
          {words.erase(familyOf(family.family))}
        </Button>
        <Button disabled={erasing.busy} onPress={onAnother}>
          {words.another}
        </Button>
      </Acts>
    </div>
  )
}

function WhatItMeans({ family }: { readonly family: ErasableFamily }) {
  const words = useDeskWords('erasing')
  const { openNeeds, openPromises } = family
  const isQuiet = openNeeds + openPromises === 0
  return (
    <dl className="lost">
      <dt>{words.goes}</dt>
      <dd>
        <p>{words.goesMeans}</p>
        <p className={isQuiet ? 'two' : 'due'}>
          {isQuiet ? words.stopsNone : words.stops(openNeeds, openPromises)}
        </p>
      </dd>
      <dt>{words.stays}</dt>
      <dd>{words.staysMeans}</dd>
      <dt>{words.cannot}</dt>
      <dd>{words.cannotMeans}</dd>
    </dl>
  )
}

function useErasing({ village, household }: ErasableFamily, onErased: (on: Day) => void) {
  const today = useDeskToday()
  const [askedOn, setAskedOn] = useState<Day>(today)
  const [channel, setChannel] = useState<Channel>()
  const [state, setState] = useState<{ readonly busy: boolean; readonly because: string | null }>({
    busy: false,
    because: null,
  })
  // One id for this family on this page: pressed again after a cut, it is the same act [S1].
  const [change] = useState(() => newId<ChangeId>())
  const erase = async () => {
    setState({ busy: true, because: null })
    const answer = await ask<Erased>('/api/erasing', {
      body: { change, village, household, askedOn, channel },
    })
    setState({ busy: false, because: answer.ok ? null : answer.because })
    if (answer.ok) onErased(answer.value.erasedOn)
  }
  return { today, askedOn, setAskedOn, channel, setChannel, erase, ...state }
}
