import { useMemo } from 'react'
import type { Household } from '#domain/households/household.ts'
import { useVillages } from '#app/sync/wuxin.tsx'

/** All households this device holds, of all its villages. */
export function useHouseholds(): readonly Household[] {
  const villages = useVillages()
  return useMemo(() => villages.flatMap(village => [...village.households.values()]), [villages])
}
