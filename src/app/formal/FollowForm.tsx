import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useToday } from '#app/sync/wuxin.tsx'
import { TextArea } from '#app/ui/Field.tsx'
import { useToast } from '#app/ui/Toast.tsx'
import { addDays } from '#domain/base/days.ts'
import type { NeedId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { FormEnd } from '../phone/FormEnd.tsx'
import { useKept } from '../phone/use-kept.ts'
import { useWriting } from '../phone/use-writing.ts'

/** Written word of receipt comes within so many days (信访工作条例 Art 22, 23). */
const writtenWithin = 15

/** Only where the family asks us to follow it: a need with what they agree to tell, and not one of their other words. */
export function FollowForm({
  household,
  onDone,
}: {
  readonly household: Household
  readonly onDone: () => void
}) {
  const words = useWords('formal')
  const today = useToday()
  const toast = useToast()
  const [, go] = useLocation()
  const { write, refusal, busy } = useWriting()
  const { key, fields, change } = useKept(`follow/${household.id}`, { mayTell: words.mayTellNothing })
  const need = useMemo(() => newId<NeedId>(), [])
  const told = fields.mayTell.trim()
  const keep = async () => {
    const where = { village: household.village, household: household.id, draft: key }
    const raise = {
      need,
      words: told,
      saidBy: '',
      quote: '',
      category: 'family-own' as const,
      level: 'household' as const,
      visit: null,
      heardOn: today,
    }
    const next = { what: words.nextStep, by: addDays(today, writtenWithin) }
    const kept = await write([
      { ...where, kind: 'need.raise', body: raise },
      { ...where, kind: 'need.agree', body: { need, agreedOn: today, mayTell: told, keepBack: '' } },
      { ...where, kind: 'need.take-in-hand', body: { need, on: today, way: 'formal', next } },
    ])
    if (!kept) return
    onDone()
    toast(words.followed)
    go(`/needs/${need}`)
  }
  return (
    <>
      <p className="note">{words.followNote}</p>
      <TextArea
        label={words.mayTell}
        voice="song"
        lines={3}
        value={fields.mayTell}
        onChange={mayTell => change({ mayTell })}
      />
      <FormEnd refusal={refusal} busy={busy} ready={told !== ''} onKeep={() => void keep()}>
        {words.keepFollowing}
      </FormEnd>
    </>
  )
}
