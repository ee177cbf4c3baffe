import { useWords } from '#app/i18n/words.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { useMe } from '../phone/use-me.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', result: '', doneBy: '' }

/** Done there and then: result and telling in one; whether it is solved, the household says [H11] [H12]. */
export function OnTheSpotForm(props: NeedFormProps) {
  const { sheets } = useWords('needs')
  const me = useMe()
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'on-the-spot', empty)
  const result = fields.result.trim()
  const done = () =>
    keep(where => ({
      ...where,
      kind: 'need.do-on-the-spot',
      body: { need: props.one.need.id, on, result, doneBy: fields.doneBy.trim() || me.name },
    }))
  return (
    <>
      <TextArea
        label={sheets.doneWhat}
        hint={sheets.doneHint}
        lines={2}
        value={fields.result}
        onChange={result => change({ result })}
      />
      <Field
        label={sheets.doneBy}
        hint={me.name}
        value={fields.doneBy}
        onChange={doneBy => change({ doneBy })}
      />
      <HappenedOn says={sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd refusal={refusal} busy={busy} ready={result !== ''} onKeep={done}>
        {sheets.keepDone}
      </FormEnd>
    </>
  )
}
