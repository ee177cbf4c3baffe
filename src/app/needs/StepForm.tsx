import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { DayPicker } from '#app/ui/DayPicker.tsx'
import { Field, TextArea } from '#app/ui/Field.tsx'
import { parseDay } from '#domain/base/days.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', words: '', what: '', by: '' }

/** A step on the way, in words, and perhaps what comes next. */
export function StepForm(props: NeedFormProps) {
  const { sheets } = useWords('needs')
  const today = useToday()
  const { need } = props.one
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'step', empty)
  const mayHaveNext = need.stage.is === 'in-hand'
  const what = fields.what.trim()
  const by = parseDay(fields.by)
  const note = () =>
    keep(where => ({
      ...where,
      kind: 'need.note',
      body: {
        need: need.id,
        on,
        words: fields.words.trim(),
        next: mayHaveNext && what !== '' ? { what, by } : null,
      },
    }))
  return (
    <>
      <TextArea
        label={sheets.stepWhat}
        hint={sheets.stepHint}
        lines={2}
        value={fields.words}
        onChange={words => change({ words })}
      />
      <HappenedOn says={sheets.onDay} on={on} onChange={day => change({ on: day })} />
      {mayHaveNext ? (
        <>
          <Field
            label={sheets.nextWhat}
            hint={sheets.nextHint}
            value={fields.what}
            onChange={what => change({ what })}
          />
          <DayPicker
            label={sheets.nextBy}
            value={by}
            onChange={day => change({ by: day ?? '' })}
            today={today}
          />
        </>
      ) : null}
      <FormEnd refusal={refusal} busy={busy} ready={fields.words.trim() !== ''} onKeep={note}>
        {sheets.keepStep}
      </FormEnd>
    </>
  )
}
