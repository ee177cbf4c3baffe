import { useState } from 'react'
import { asDay, type Day } from '#domain/base/days.ts'
import { usePartsWords } from '#app/i18n/parts-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { DiarySheet } from '#app/ui/DiarySheet.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Keypad, Pins } from '#app/ui/Keypad.tsx'
import { SearchField } from '#app/ui/SearchField.tsx'
import { Section } from '#app/ui/Section.tsx'

/** What is written on: lines, a day, the diary's sheet, a search, the keypad. */
export function WritingParts() {
  const words = usePartsWords()
  const promises = useWords('promises')
  const refusals = useWords('refusals')
  const unlock = useWords('unlock')
  const [called, setCalled] = useState(words.fieldValue)
  const [mind, setMind] = useState('')
  const [promise, setPromise] = useState('')
  const [day, setDay] = useState<Day | null>(asDay('2026-04-22'))
  const [diary, setDiary] = useState(words.diaryText)
  const [sought, setSought] = useState('')
  const [pin, setPin] = useState('25')
  return (
    <Section heading={words.written}>
      <SearchField label={words.row} hint={words.searchHint} value={sought} onChange={setSought} />
      <Field label={words.fieldLabel} voice="song" value={called} onChange={setCalled} />
      <Field label={words.emptyLabel} hint={words.emptyHint} value={mind} onChange={setMind} />
      <Field
        label={words.refusedLabel}
        value={promise}
        onChange={setPromise}
        refusal={refusals.sentences['empty-words']}
      />
      <DayPicker label={promises.by} value={day} onChange={setDay} today={asDay('2026-04-16')} />
      <DiarySheet label={words.diaryLabel} value={diary} onChange={setDiary} />
      <h3 className="unseen">{words.keypad}</h3>
      <Pins length={6} filled={pin.length} />
      <p className="small two">{unlock.waiting(3)}</p>
      <Keypad value={pin} length={6} onChange={setPin} onForgot={() => setPin('')} />
    </Section>
  )
}
