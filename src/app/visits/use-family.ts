import { useParams } from 'wouter'
import { type HouseholdSeen, useHousehold } from '#app/sync/wuxin.tsx'
import { parseId, type HouseholdId, type VisitId } from '#domain/base/ids.ts'

const nobody = 'none-none' as HouseholdId // looked for and never found: an address with a broken id

/** The family this address names; null when this device does not hold it. */
export function useFamily(): HouseholdSeen | null {
  const { id = '' } = useParams<{ id: string }>()
  return useHousehold(parseId<HouseholdId>(id) ?? nobody)
}

/** The visit this address names; null when it is no id. */
export function useVisitId(): VisitId | null {
  const { visit = '' } = useParams<{ visit: string }>()
  return parseId<VisitId>(visit)
}
