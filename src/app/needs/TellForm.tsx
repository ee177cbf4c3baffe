import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Quote } from '#app/ui/Quote.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', channel: '', to: '' }
/* Telling by the card is the card's own act. */
const told = ['at-the-door', 'telephone', 'relay'] as const

/** The result was told to the household: when, how, to whom [H12]. */
export function TellForm(props: NeedFormProps) {
  const words = useWords('needs')
  const { need } = props.one
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'tell', empty)
  const channel = told.find(one => one === fields.channel)
  const tell = () => {
    if (channel === undefined) return
    keep(where => ({
      ...where,
      kind: 'need.tell',
      body: { need: need.id, on, channel, to: fields.to.trim() },
    }))
  }
  return (
    <>
      {need.stage.is === 'in-hand' && need.stage.found !== null ? (
        <Quote>{need.stage.found.words}</Quote>
      ) : null}
      <Picks
        label={words.sheets.tellHow}
        value={channel}
        onChange={channel => change({ channel })}
        choices={told.map(channel => ({ value: channel, says: words.answer.channels[channel] }))}
      />
      <Field
        label={words.sheets.tellTo}
        hint={words.sheets.tellToHint}
        voice="song"
        value={fields.to}
        onChange={to => change({ to })}
      />
      <HappenedOn says={words.sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd refusal={refusal} busy={busy} ready={channel !== undefined} onKeep={tell}>
        {words.sheets.keepTell}
      </FormEnd>
    </>
  )
}
