import { useWords } from '#app/i18n/words.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import { HappenedOn } from '../phone/HappenedOn.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useNeedForm } from './use-need-form.ts'

const empty = { on: '', words: '', kind: '' }
const kinds = ['done', 'cannot-be-done'] as const

/** What came of it, done or not to be done; still to be told to the household. */
export function ResultForm(props: NeedFormProps) {
  const { sheets } = useWords('needs')
  const { fields, change, on, keep, busy, refusal } = useNeedForm(props, 'result', empty)
  const kind = kinds.find(one => one === fields.kind)
  const words = fields.words.trim()
  const find = () => {
    if (kind === undefined) return
    keep(where => ({ ...where, kind: 'need.find', body: { need: props.one.need.id, on, words, kind } }))
  }
  return (
    <>
      <Picks
        label={sheets.resultKind}
        value={kind}
        onChange={kind => change({ kind })}
        choices={kinds.map(kind => ({ value: kind, says: sheets.resultKinds[kind] }))}
      />
      <TextArea
        label={sheets.resultWhat}
        lines={3}
        value={fields.words}
        onChange={words => change({ words })}
      />
      <HappenedOn says={sheets.onDay} on={on} onChange={day => change({ on: day })} />
      <FormEnd refusal={refusal} busy={busy} ready={kind !== undefined && words !== ''} onKeep={find}>
        {sheets.keepResult}
      </FormEnd>
    </>
  )
}
