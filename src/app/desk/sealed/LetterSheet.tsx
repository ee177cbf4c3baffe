import { useState } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Button } from '#app/ui/Button.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { Refusal } from '#app/ui/Refusal.tsx'
import { Section } from '#app/ui/Section.tsx'
import { addDays, dayOf } from '#domain/base/days.ts'
import { letterKeptForDays, type LetterLine } from '#domain/sealed/letter.ts'
import { groupedReceipt } from '#domain/sealed/receipt.ts'
import { useWhy } from '../DeskSentence.tsx'
import { useDeskToday, useSitting } from '../sitting.tsx'
import type { SealedProps } from './SealedScreen.tsx'
import { SealAnew } from './SealAnew.tsx'
import { useOpening } from './use-opening.ts'

type Props = SealedProps & { readonly letter: LetterLine }

/** One letter: the day it came, who has turned the key and read, the own passphrase, and what it says once it is open. */
export function LetterSheet(props: Props) {
  const words = useDeskWords('sealed')
  const days = useWords('days')
  const today = useDeskToday()
  const { actor } = useSitting()
  const { letter } = props
  const opening = useOpening(props)
  const why = useWhy()
  const refusals: Readonly<Record<string, string>> = words.refusals
  return (
    <Section
      heading={words.cameOn(days.date(letter.receivedOn, today))}
      note={
        letter.answeredOn === null
          ? undefined
          : words.answeredOn(
              days.date(letter.answeredOn, today),
              days.date(addDays(letter.answeredOn, letterKeptForDays), today),
            )
      }
    >
      <p className="note">
        {words.twoOf(
          letter.mine.map(share => nameOf(props, share.with)),
          actor.name,
        )}
      </p>
      <ul className="sealed-openings">
        {letter.openings.map(({ name, act, at }) => (
          <li key={`${name} ${act} ${at}`}>
            {name}{' '}
            <span className="two small">{`${words.acts[act]} ${days.date(dayOf(at), today)} ${days.clock(at)}`}</span>
          </li>
        ))}
      </ul>
      {opening.because === null ? null : (
        <Refusal>{refusals[opening.because] ?? why(opening.because)}</Refusal>
      )}
      {opening.words === null ? (
        <Passphrase {...props} busy={opening.busy} onOpen={opening.open} />
      ) : (
        <>
          <Read words={opening.words} onAnswer={opening.answer} />
          <SealAnew {...props} leftOut={opening.words.leftOut ?? []} onSeal={opening.reseal} />
        </>
      )}
    </Section>
  )
}

const nameOf = ({ desk }: Props, id: string): string =>
  [...desk.openers, ...desk.past].find(one => one.id === id)?.name ?? ''

function Passphrase(
  props: Props & { readonly busy: boolean; readonly onOpen: (passphrase: string) => Promise<void> },
) {
  const words = useDeskWords('sealed')
  const [said, setSaid] = useState('')
  const { turned, given } = props.letter
  const open = async () => {
    await props.onOpen(said)
    setSaid('')
  }
  return (
    <form
      className="sealed-form"
      onSubmit={event => {
        event.preventDefault()
        void open()
      }}
    >
      {turned && given.length === 0 ? (
        <p className="note">{words.waitsForOther}</p>
      ) : (
        <>
          <Field
            label={given.length === 0 ? words.turnAsk : words.readAsk}
            type="password"
            autoComplete="off"
            value={said}
            onChange={setSaid}
          />
          <Button sends kind="take" disabled={props.busy || said === ''}>
            {given.length === 0 ? words.turn : words.read}
          </Button>
        </>
      )}
    </form>
  )
}

function Read(props: {
  readonly words: { readonly words: string; readonly code: string }
  readonly onAnswer: (code: string, words: string) => Promise<boolean>
}) {
  const words = useDeskWords('sealed')
  const [text, setText] = useState('')
  const [answered, setAnswered] = useState(false)
  const { code } = props.words
  const answer = async () => {
    if (await props.onAnswer(code, text.trim())) setAnswered(true)
  }
  return (
    <div className="sealed-letter">
      <p className="song words">{props.words.words}</p>
      <p className="cap three num">{words.slip(groupedReceipt(code))}</p>
      {answered ? (
        <p className="note">{words.answered}</p>
      ) : (
        <>
          <TextArea
            label={words.answerAsk}
            note={words.answerNote}
            voice="song"
            value={text}
            onChange={setText}
          />
          <Button disabled={text.trim() === ''} onPress={() => void answer()}>
            {words.answer}
          </Button>
        </>
      )}
    </div>
  )
}
