import { useMemo } from 'react'
import { useDrafts, useReview, useToday, useVillages } from '#app/sync/wuxin.tsx'
import { holdsOn } from '#domain/access/grants.ts'
import { useMe } from '../phone/use-me.ts'
import { type LeftDraft, leftDrafts } from './left-drafts.ts'

/** Drafts of families this phone has forgotten. None is claimed before every village of the tasks is here. */
export function useLeftDrafts(): readonly LeftDraft[] {
  const { drafts } = useDrafts()
  const { refused } = useReview()
  const villages = useVillages()
  const { grants } = useMe()
  const today = useToday()
  return useMemo(() => {
    const here = new Set(villages.map(({ code }) => code))
    const isWhole = grants.every(
      grant =>
        (grant.is !== 'team' && grant.is !== 'village') || !holdsOn(grant, today) || here.has(grant.village),
    )
    if (!isWhole) return []
    return leftDrafts({
      drafts,
      households: villages.flatMap(({ households }) => [...households.values()]),
      refused: refused.map(({ change }) => change.id),
    })
  }, [drafts, refused, villages, grants, today])
}
