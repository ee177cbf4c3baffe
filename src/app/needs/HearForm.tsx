import { useWords } from '#app/i18n/words.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import type { NeedHearAnswer } from '#domain/needs/need.schema.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', says: '', saidBy: '', words: '', channel: '', witness: '', relay: '', relation: '' }
const answers = ['solved', 'not-solved', 'rather-not-say'] as const
/* What comes by the card comes from the household itself. */
const heard = ['at-the-door', 'telephone', 'relay'] as const

/** The household's own word, and how it came: only this makes a need solved [H12]. */
export function HearForm(props: NeedFormProps) {
  const words = useWords('needs')
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'hear', empty)
  const says = answers.find(one => one === fields.says)
  const channel = heard.find(one => one === fields.channel)
  const hear = () => {
    if (says === undefined || channel === undefined) return
    const said = {
      need: props.one.need.id,
      on,
      says,
      saidBy: fields.saidBy.trim(),
      words: fields.words.trim(),
    }
    keep(where => ({ ...where, kind: 'need.hear-answer', body: answerBy(channel, said, fields) }))
  }
  return (
    <>
      <Picks
        label={words.sheets.says}
        value={says}
        onChange={says => change({ says })}
        choices={answers.map(says => ({ value: says, says: words.answer[says] }))}
      />
      <Field
        label={words.sheets.who}
        voice="song"
        value={fields.saidBy}
        onChange={saidBy => change({ saidBy })}
      />
      <TextArea
        label={words.sheets.words}
        voice="song"
        lines={2}
        value={fields.words}
        onChange={words => change({ words })}
      />
      <Picks
        label={words.sheets.how}
        value={channel}
        onChange={channel => change({ channel })}
        choices={heard.map(channel => ({ value: channel, says: words.answer.channels[channel] }))}
      />
      {channel === 'at-the-door' ? (
        <Field
          label={words.sheets.witness}
          value={fields.witness}
          onChange={witness => change({ witness })}
        />
      ) : null}
      {channel === 'relay' ? (
        <>
          <Field label={words.sheets.relay} value={fields.relay} onChange={relay => change({ relay })} />
          <Field
            label={words.sheets.relation}
            value={fields.relation}
            onChange={relation => change({ relation })}
          />
        </>
      ) : null}
      <HappenedOn says={words.sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={says !== undefined && channel !== undefined}
        onKeep={hear}
      >
        {words.sheets.keepAnswer}
      </FormEnd>
    </>
  )
}

type Said = Pick<NeedHearAnswer, 'need' | 'on' | 'says' | 'saidBy' | 'words'>

function answerBy(
  channel: (typeof heard)[number],
  said: Said,
  { witness, relay, relation }: typeof empty,
): NeedHearAnswer {
  switch (channel) {
    case 'at-the-door':
      return { ...said, channel, witness: witness.trim() }
    case 'telephone':
      return { ...said, channel }
    case 'relay':
      return { ...said, channel, relay: relay.trim(), relation: relation.trim() }
    default:
      return channel satisfies never
  }
}
