import { useCallback, useMemo } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { useDraft, useToday } from '#app/sync/wuxin.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import { type DiaryDraft, parseDraft, writeDraft } from './diary-draft.ts'
import { useUnfinished } from './use-unfinished.ts'

/** The diary of one visit as it is being written. */
export function useDiaryDraft(household: Household, visit: VisitId) {
  const key = `diary/${household.id}/${visit}`
  // Diaries begun in an earlier version lie under the visit alone; they move with the first letter.
  const { text: olderText, setText: setOlder } = useDraft(`diary/${visit}`)
  const today = useToday()
  const { list } = useWords('base')
  const { text: ownText, setText, saved } = useDraft(key)
  const text = ownText === '' ? olderText : ownText
  const { begin, end } = useUnfinished()
  const planned = findVisit(household, visit)
  const first = useMemo(
    (): DiaryDraft => ({
      on: planned === null || planned.on > today ? today : planned.on,
      time: planned?.time ?? null,
      companions: list(planned?.companions ?? []),
      text: '',
      judged: {},
      hand: [],
      spoken: false,
    }),
    [planned, today, list],
  )
  const draft = useMemo(() => parseDraft(text, first), [text, first])
  const change = useCallback(
    (part: Partial<DiaryDraft>) => {
      const next = writeDraft({ ...draft, ...part })
      setText(next)
      if (olderText !== '') setOlder('')
      if (next !== '') begin(visit, household.id)
    },
    [draft, setText, olderText, setOlder, begin, visit, household.id],
  )
  const finish = () => {
    if (olderText !== '') setOlder('')
    end(visit)
  }
  return { key, draft, change, saved: text === '' ? null : saved, end: finish }
}
