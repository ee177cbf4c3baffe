import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type Truth, useToday, useTruth, useVillages, type VillageView } from '#app/sync/wuxin.tsx'
import type { Day } from '#domain/base/days.ts'
import type { Household } from '#domain/households/household.ts'
import { findIn, linesOf, rollOf, type FamilyLine, type RollGroup } from '#domain/households/roll.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { initialsOfMany } from './initials.ts'

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
  const lines = useLines(villages, today)
  const found = useMemo(() => (sought === '' ? null : findIn(lines(), sought)), [lines, sought])
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

/** What is looked through: read out when nothing else is to do, or at the first key if that comes sooner. */
function useLines(villages: readonly VillageView[], today: Day): () => readonly FamilyLine[] {
  const lines = useMemo(() => readOnce(villages, today), [villages, today])
  useEffect(() => whenIdle(lines), [lines])
  return lines
}

function readOnce(villages: readonly VillageView[], today: Day): () => readonly FamilyLine[] {
  let read: readonly FamilyLine[] | null = null
  return () => {
    read ??= linesOf(allOf(villages), { today, initialsOf: initialsOfMany() })
    return read
  }
}

const allOf = (villages: readonly VillageView[]): readonly Household[] =>
  villages.flatMap(({ households }) => [...households.values()])
