import { useWords } from '#app/i18n/words.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', words: '' }

/** The household no longer wants it, in its own words. */
export function WithdrawForm(props: NeedFormProps) {
  const words = useWords('needs')
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'withdraw', empty)
  const withdraw = () =>
    keep(where => ({
      ...where,
      kind: 'need.withdraw',
      body: { need: props.one.need.id, on, words: fields.words.trim() },
    }))
  return (
    <>
      <TextArea
        label={words.answer.theirWords}
        voice="song"
        lines={2}
        value={fields.words}
        onChange={words => change({ words })}
      />
      <HappenedOn says={words.sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd refusal={refusal} busy={busy} ready={fields.words.trim() !== ''} onKeep={withdraw}>
        {words.sheets.keepWithdraw}
      </FormEnd>
    </>
  )
}
