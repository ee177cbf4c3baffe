import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/Field.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', mayTell: '', keepBack: '' }

/** The household agrees that it be taken forward, and says what may be told and what not. */
export function AgreeForm(props: NeedFormProps) {
  const words = useWords('needs')
  const reading = useWords('reading')
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'agree', empty)
  const agree = () =>
    keep(where => ({
      ...where,
      kind: 'need.agree',
      body: {
        need: props.one.need.id,
        agreedOn: on,
        mayTell: fields.mayTell.trim(),
        keepBack: fields.keepBack.trim(),
      },
    }))
  return (
    <>
      <p className="note">{words.sheets.agreeNote}</p>
      <Field
        label={reading.mayTell}
        hint={reading.mayTellHint}
        voice="song"
        value={fields.mayTell}
        onChange={mayTell => change({ mayTell })}
      />
      <Field
        label={reading.keepBack}
        hint={reading.keepBackHint}
        voice="song"
        value={fields.keepBack}
        onChange={keepBack => change({ keepBack })}
      />
      <HappenedOn says={words.sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd refusal={refusal} busy={busy} ready onKeep={agree}>
        {words.acts.agree}
      </FormEnd>
    </>
  )
}
