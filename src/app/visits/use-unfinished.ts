import { useCallback, useMemo } from 'react'
import { useDraft, useVillages } from '#app/sync/wuxin.tsx'
import { parseId, type HouseholdId, type VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'

const place = 'diaries'

type Begun = { readonly visit: VisitId; readonly household: HouseholdId }

/** Which diaries were begun on this device and not saved yet. Kept as a draft of its own, ids only. */
export function useUnfinished() {
  const { text, setText } = useDraft(place)
  const villages = useVillages()
  const begun = useMemo(() => parseBegun(text), [text])
  const unfinished = useMemo(
    () =>
      begun.flatMap(({ visit, household: id }) => {
        const household = villages.map(village => village.households.get(id)).find(one => one !== undefined)
        return household !== undefined && isStillOpen(household, visit) ? [{ visit, household }] : []
      }),
    [begun, villages],
  )
  const keep = useCallback(
    (next: readonly Begun[]) =>
      setText(next.length === 0 ? '' : next.map(one => `${one.visit} ${one.household}`).join('\n')),
    [setText],
  )
  const begin = useCallback(
    (visit: VisitId, household: HouseholdId) => {
      if (!begun.some(one => one.visit === visit)) keep([...begun, { visit, household }])
    },
    [begun, keep],
  )
  const end = useCallback((visit: VisitId) => keep(begun.filter(one => one.visit !== visit)), [begun, keep])
  return { unfinished, begin, end }
}

const isStillOpen = (household: Household, visit: VisitId): boolean =>
  household.visits.every(one => one.id !== visit || one.outcome.is === 'planned')

const parseBegun = (text: string): readonly Begun[] =>
  text.split('\n').flatMap(line => {
    const [first = '', second = ''] = line.split(' ')
    const visit = parseId<VisitId>(first)
    const household = parseId<HouseholdId>(second)
    return visit === null || household === null ? [] : [{ visit, household }]
  })
