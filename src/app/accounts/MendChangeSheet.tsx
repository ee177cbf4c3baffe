import { useState } from 'react'
import { useRefusalSentence } from '#app/i18n/use-refusal.ts'
import { useWords } from '#app/i18n/words.tsx'
import { useReview, useToday } from '#app/sync/wuxin.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Sheet } from '#app/ui/Sheet.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { parseDay } from '#domain/base/days.ts'
import type { ForReview } from '#sync/outbox.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { mendableOf, mendBody } from './mend-change.ts'
import { useAboutChange } from './use-about-change.ts'

/** A refused change is mended where it was wrong, and waits again [S5]. */
export function MendChangeSheet(props: { readonly of: ForReview | undefined; readonly onClose: () => void }) {
  const about = useAboutChange()
  return (
    <Sheet
      open={props.of !== undefined}
      onClose={props.onClose}
      heading={props.of === undefined ? '' : about(props.of.change)}
    >
      {props.of === undefined ? null : <Form refused={props.of} onDone={props.onClose} />}
    </Sheet>
  )
}

function Form({ refused, onDone }: { readonly refused: ForReview; readonly onDone: () => void }) {
  const { change, because } = refused
  const words = useWords('me')
  const sync = useWords('sync')
  const needs = useWords('needs')
  const reading = useWords('reading')
  const today = useToday()
  const toast = useToast()
  const sentenceFor = useRefusalSentence()
  const { resend } = useReview()
  const mendable = mendableOf(change)
  const {
    fields,
    change: type,
    clear,
  } = useKept(`mend/${change.id}`, {
    day: mendable.day ?? '',
    words: mendable.words ?? '',
  })
  const [refusal, setRefusal] = useState(sentenceFor(because))
  const [busy, setBusy] = useState(false)
  const day = parseDay(fields.day)
  const send = async () => {
    setBusy(true)
    const body = mendBody(change, { day, words: mendable.words === null ? null : fields.words })
    const sent = await resend(change.id, body)
    setBusy(false)
    if (!sent.ok)
      return setRefusal(sent.because === 'not-stored' ? sync.notStoredLong : sentenceFor(sent.because))
    clear()
    onDone()
    toast(words.mended)
  }
  return (
    <>
      {mendable.day === null ? null : (
        <DayPicker
          label={needs.sheets.onDay}
          value={day}
          onChange={chosen => type({ day: chosen ?? '' })}
          today={today}
          from={mendable.day < today ? mendable.day : today}
        />
      )}
      {mendable.words === null ? null : (
        <TextArea
          label={reading.inWords}
          voice="song"
          lines={3}
          value={fields.words}
          onChange={said => type({ words: said })}
        />
      )}
      <FormEnd refusal={refusal} busy={busy} ready onKeep={() => void send()}>
        {sync.mendAndSend}
      </FormEnd>
    </>
  )
}
