import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { Picks } from '#app/ui/Picks.tsx'
import { Empty } from '#app/ui/sentences.tsx'
import { FormEnd } from '../phone/FormEnd.tsx'
import type { NeedFormProps } from './NeedSheet.tsx'
import { useDepartments } from './use-departments.ts'
import { useNeedForm } from './use-need-form.ts'

const empty = { department: '', told: '' }

/** To a named department, with what the household agreed may be told, and nothing beside it [H17]. */
export function ReferForm(props: NeedFormProps) {
  const { sheets } = useWords('needs')
  const today = useToday()
  const departments = useDepartments()
  const { need } = props.one
  const { fields, change, keep, busy, refusal } = useNeedForm(props, 'refer', empty)
  const department = departments.find(one => one.id === fields.department)
  const mayTell = need.agreement?.mayTell ?? ''
  const told = fields.told.trim() || mayTell
  const send = () => {
    if (department === undefined) return
    keep(where => ({
      ...where,
      kind: 'need.refer',
      body: { need: need.id, on: today, department: department.id, departmentName: department.name, told },
    }))
  }
  if (departments.length === 0) return <Empty>{sheets.noDepartments}</Empty>
  return (
    <>
      <Picks
        label={sheets.department}
        value={department?.id}
        onChange={department => change({ department })}
        choices={departments.map(one => ({ value: one.id, says: one.name }))}
      />
      <TextArea
        label={sheets.told}
        note={sheets.toldNote(mayTell)}
        hint={mayTell}
        lines={2}
        value={fields.told}
        onChange={told => change({ told })}
      />
      <FormEnd refusal={refusal} busy={busy} ready={department !== undefined && told !== ''} onKeep={send}>
        {sheets.send}
      </FormEnd>
    </>
  )
}
