import { useMemo } from 'react'
import { useParams } from 'wouter'
import { useToday } from '#app/sync/wuxin.tsx'
import { parseDay } from '#domain/base/days.ts'
import { plannedDays, type PlannedDay } from '#domain/visits/plan.ts'
import { useHouseholds } from '../phone/use-households.ts'
import { useMe } from '../phone/use-me.ts'

/** The day this address names, with one's own planned visits in their order; empty where there are none. */
export function useAskedDay(): PlannedDay {
  const { day = '' } = useParams<{ day: string }>()
  const today = useToday()
  const me = useMe()
  const households = useHouseholds()
  const on = parseDay(day) ?? today
  return useMemo(
    () => plannedDays(households, me, today).find(one => one.on === on) ?? { on, visits: [] },
    [households, me, today, on],
  )
}
