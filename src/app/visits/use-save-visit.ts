import { useLocation } from 'wouter'
import { useWords } from '#app/i18n/words.tsx'
import { newId, useToday } from '#app/sync/wuxin.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { nameOf } from '#domain/households/roll.ts'
import { parseNames } from '../phone/time-words.ts'
import { useWriting } from '../phone/use-writing.ts'
import type { DiaryDraft } from './diary-draft.ts'
import { actsOfVisit, type Taken } from './visit-acts.ts'

const ids = { change: newId, need: newId, promise: newId } as Parameters<typeof actsOfVisit>[1] // one maker of ids for all

/** What was saved, for the page that says so. */
/** What the page after saving says. `mirror`: it has not looked back yet; once shown, that is over [H14]. */
export type JustSaved = { readonly promises: number; readonly needs: number; readonly mirror?: boolean }

/** Saves a visit with everything taken from its diary in one transaction, and goes to the page that says so. */
export function useSaveVisit(household: Household, visit: VisitId) {
  const today = useToday()
  const { followUp } = useWords('reading')
  const [, go] = useLocation()
  const writing = useWriting()

  async function save(draft: DiaryDraft, taken: readonly Taken[], options: { readonly draftKey: string }) {
    const acts = actsOfVisit(
      {
        village: household.village,
        household: household.id,
        visit,
        on: draft.on,
        time: draft.time,
        companions: parseNames(draft.companions),
        text: draft.text,
        draft: options.draftKey,
        taken,
        saidBy: nameOf(household, today),
        followUp,
      },
      ids,
    )
    if (!(await writing.write(acts))) return false
    const count = (kind: string) => acts.filter(act => act.kind === kind).length
    const saved: JustSaved = { promises: count('promise.give'), needs: count('need.raise'), mirror: true }
    go(`/families/${household.id}/saved/${visit}`, { replace: true, state: saved })
    return true
  }

  return { save, refusal: writing.refusal, busy: writing.busy }
}
