import { useMemo } from 'react'
import { useDiaries, useVillages } from '#app/sync/wuxin.tsx'
import type { VisitId } from '#domain/base/ids.ts'
import { useMe } from '../phone/use-me.ts'

/** The stories on this phone that its own person wrote; a leader holds the team's as well, and they are none of the mirror's [H14]. */
export function useOwnDiaries(): ReadonlyMap<VisitId, string> {
  const me = useMe().id
  const diaries = useDiaries()
  const villages = useVillages()
  return useMemo(() => {
    const visits = villages.flatMap(({ households }) => [...households.values()].flatMap(one => one.visits))
    const own = visits.filter(({ outcome }) => outcome.is === 'held' && outcome.by.id === me)
    return new Map(own.flatMap(({ id }) => (diaries.has(id) ? [[id, diaries.get(id) ?? '']] : [])))
  }, [me, diaries, villages])
}
