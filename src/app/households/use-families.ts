import { useDeferredValue, useMemo, useState } from 'react'
import { type Truth, useToday, useTruth, useVillages, type VillageView } from '#app/sync/wuxin.tsx'
import type { Household } from '#domain/households/household.ts'
import { findFamilies, rollOf, type RollGroup } from '#domain/households/roll.ts'
import { initialsOf } from './initials.ts'

/** The families of one village, as they are looked at and looked for. */
export type Families = {
  readonly villages: readonly VillageView[]
  readonly village: VillageView | null
  readonly choose: (code: string) => void
  readonly roll: readonly RollGroup[]
  readonly count: number
  readonly query: string
  readonly setQuery: (query: string) => void
  /** Null while nothing is looked for. Found in all villages this device holds, and nowhere else. */
  readonly found: readonly Household[] | null
  readonly fetching: Extract<Truth, { is: 'fetching' }> | null
}

export function useFamilies(): Families {
  const villages = useVillages()
  const today = useToday()
  const truth = useTruth()
  const [code, choose] = useState<string>()
  const [query, setQuery] = useState('')
  const sought = useDeferredValue(query.trim())
  const village = villages.find(one => one.code === code) ?? villages[0] ?? null
  const roll = useMemo(
    () => (village === null ? [] : rollOf(village.households.values(), today)),
    [village, today],
  )
  const found = useMemo(() => {
    if (sought === '') return null
    const all = villages.flatMap(one => [...one.households.values()])
    return findFamilies(all, sought, { today, initialsOf })
  }, [villages, sought, today])
  return {
    villages,
    village,
    choose,
    roll,
    count: village?.households.size ?? 0,
    query,
    setQuery,
    found,
    fetching: truth.is === 'fetching' ? truth : null,
  }
}
