import { useWords } from '#app/i18n/words.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import { Field } from '#app/ui/Field.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import type { Household } from '#domain/households/household.ts'
import type { Visit } from '#domain/visits/visit.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useWriting } from '../phone/use-writing.ts'
import { adviceFrom, isAnswered, noAdvice } from './advice-fields.ts'
import { AdvicePrompts } from './AdvicePrompts.tsx'

const empty = { ...noAdvice, saidBy: '' }

/** What the cadre said on the telephone, typed by the visitor and kept in the cadre's name [H2]. */
export function TelephoneAdviceForm(props: {
  readonly household: Household
  readonly visit: Visit
  readonly onClose: () => void
}) {
  const { household, visit } = props
  const words = useWords('advice')
  const today = useToday()
  const toast = useToast()
  const { write, refusal, busy } = useWriting()
  const { key, fields, change } = useKept(`advice-told/${visit.id}`, empty)
  const { saidBy, ...said } = fields
  const keep = async () => {
    const body = adviceFrom(said, { visit: visit.id, saidBy: saidBy.trim(), via: 'telephone', saidOn: today })
    const where = { village: household.village, household: household.id, draft: key }
    if (!(await write([{ ...where, kind: 'advice.give', body }]))) return
    props.onClose()
    toast(words.kept)
  }
  return (
    <>
      <Field
        label={words.whoSaid}
        hint={words.whoSaidHint}
        value={saidBy}
        onChange={saidBy => change({ saidBy })}
        required
      />
      <AdvicePrompts fields={said} change={change} />
      <p className="aside">{words.promise}</p>
      <FormEnd
        refusal={refusal}
        busy={busy}
        ready={saidBy.trim() !== '' && isAnswered(said)}
        onKeep={() => void keep()}
      >
        {words.keep}
      </FormEnd>
    </>
  )
}
