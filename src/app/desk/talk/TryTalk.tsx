import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { TalkCard } from '#app/ui/TalkCard.tsx'
import { useSettings } from '#app/ui/settings.ts'
import { parseDay, type Day } from '#domain/base/days.ts'
import { composeTalk, type SpokenLine } from '#domain/visits/conversation/compose-talk.ts'
import { exampleOccasion, exampleTalks } from '#domain/visits/conversation/example-occasions.ts'
import { isFitting, settingOf } from '#domain/visits/conversation/fits.ts'
import { isSaying, type TalkLine } from '#domain/visits/conversation/talk-line.ts'
import type { TalkOccasion } from '#domain/visits/conversation/talk-occasion.ts'
import { DayField } from '../catalogues/DayField.tsx'
import { useDeskToday, useSitting } from '../sitting.tsx'

/** For which invented families the line would be said on a day, and a card with it as the phone shows it. */
export function TryTalk({ line, lines }: { readonly line: TalkLine; readonly lines: readonly TalkLine[] }) {
  const words = useDeskWords('talk')
  const shared = useDeskWords('catalogues')
  const today = useDeskToday()
  const [on, setOn] = useState<Day>(today)
  const { actor } = useSitting()
  const area = actor.grants.flatMap(grant => (grant.is === 'area' ? [grant.prefix] : []))[0] ?? ''
  const tried = exampleTalks.map(example => {
    const occasion = exampleOccasion(example, on, area)
    return { example, occasion, fits: !isSaying(line) || isFitting(line, settingOf(occasion)) }
  })
  const shown = tried.find(({ fits }) => fits) ?? tried[0]
  return (
    <section aria-labelledby="try-talk" aria-live="polite">
      <h2 className="sub" id="try-talk">
        {words.tryOut}
      </h2>
      <p className="small two">{words.tryOutUnder(exampleTalks.length)}</p>
      <DayField label={words.tryDay} value={on} onChange={written => setOn(parseDay(written) ?? today)} />
      <ul className="tried">
        {tried.map(({ example, fits }) => (
          <li key={example.id}>
            <span className="mark">{fits ? words.said : words.notSaid}</span>
            <p>{words.families[example.id]}</p>
          </li>
        ))}
      </ul>
      <div className="phone-preview">
        <h2 className="sub">{shared.onThePhone}</h2>
        {shown === undefined ? null : <Card occasion={shown.occasion} lines={withOnly(line, lines)} />}
      </div>
    </section>
  )
}

/** The catalogue in which this line is the only one of its part, so that the card shows it. */
const withOnly = (line: TalkLine, lines: readonly TalkLine[]): readonly TalkLine[] =>
  isSaying(line)
    ? [...lines.filter(one => one.part !== line.part), { ...line, terms: [], fits: [] }]
    : [...lines.filter(({ id }) => id !== line.id), line]

function Card(props: { readonly occasion: TalkOccasion; readonly lines: readonly TalkLine[] }) {
  const words = useWords('talk')
  const base = useWords('base')
  const [{ language }] = useSettings()
  const talk = composeTalk(props.occasion, props.lines)
  const say = (line: SpokenLine) => (language === 'en' ? line.en : line.zh)
  const row = (says: string, spoken: readonly (SpokenLine | null)[]) => {
    const sentence = spoken
      .flatMap(line => (line === null ? [] : [say(line)]))
      .join(language === 'en' ? ' ' : '')
    return sentence === '' ? [] : [{ id: says, says, sentence }]
  }
  return (
    <div className="on-phone talk">
      <TalkCard
        callAs="p"
        call={base
          .list(talk.addresses.slice(0, 2).map(one => (language === 'en' ? one.en : one.zh)))
          .replaceAll('、', '，')}
        lines={[
          ...row(words.open, talk.openers),
          ...row(words.praise, [talk.praise]),
          ...row(words.askAdvice, [talk.advice]),
          ...row(words.leave, [talk.topic]),
          ...row(words.beforePromising, talk.promising),
          ...row(words.promising.sayInstead, [talk.instead]),
        ]}
      />
    </div>
  )
}
