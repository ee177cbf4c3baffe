import type { Act } from '#app/sync/wuxin.tsx'
import { useToday } from '#app/sync/wuxin.tsx'
import type { Day } from '#domain/base/days.ts'
import { parseDay } from '#domain/base/days.ts'
import type { NeedAct } from '#domain/needs/next-acts.ts'
import { type Kept, useKept } from '../phone/use-kept.ts'
import { useWriting, type Writing } from '../phone/use-writing.ts'
import type { NeedFormProps } from './NeedSheet.tsx'

type Fields = Readonly<Record<string, string>>

/** What a form of a need holds: its kept fields, the day it happened, and one way to write it. */
export type NeedForm<F extends Fields> = Omit<Kept<F>, 'key' | 'clear'> &
  Omit<Writing, 'write'> & {
    /** The day it happened: today, unless an earlier one was chosen. */
    readonly on: Day
    /** Writes one act about this household and closes the sheet; the draft goes in the same transaction. */
    readonly keep: (make: (where: Where) => Act) => void
  }

/** Where an act of a need belongs. */
export type Where = Pick<Act, 'village' | 'household'> & { readonly draft: string }

/** `empty` names the form's fields; `on` among them is the day it happened. */
export function useNeedForm<F extends Fields>(
  { one, onDone }: NeedFormProps,
  act: NeedAct,
  empty: F,
): NeedForm<F> {
  const today = useToday()
  const { key, fields, change } = useKept(`need-${act}/${one.need.id}`, empty)
  const { write, refusal, busy } = useWriting()
  const where = { village: one.household.village, household: one.household.id, draft: key }
  const keep = (make: (where: Where) => Act) => {
    void write([make(where)]).then(isKept => {
      if (isKept) onDone()
    })
  }
  return { fields, change, refusal, busy, on: parseDay(fields['on'] ?? '') ?? today, keep }
}
