import { useMemo } from 'react'
import { useToday, useTruth, useVillages, type Truth } from '#app/sync/wuxin.tsx'
import { addDays, type Day } from '#domain/base/days.ts'
import { resultsToTell, type NeedOf } from '#domain/needs/mine.ts'
import { differencesWith, type DifferenceOf } from '#domain/households/differences.ts'
import { promisesOf, type PromiseOf } from '#domain/promises/standing.ts'
import { plannedDays, type PlannedDay } from '#domain/visits/plan.ts'
import { useHouseholds } from '../phone/use-households.ts'
import { useMe } from '../phone/use-me.ts'

/** What stands on 今天, for whoever goes to see families. */
export type TodayPage = {
  readonly today: Day
  readonly tomorrow: Day
  /** Whether this person is asked how to arrive, instead of going [H2]. */
  readonly isCadre: boolean
  readonly isEmptyYet: boolean
  readonly fetching: Extract<Truth, { is: 'fetching' }> | null
  /** Planned for a day gone by, and not noted. */
  readonly behind: readonly PlannedDay[]
  readonly ahead: readonly PlannedDay[]
  readonly promises: readonly PromiseOf[]
  readonly toTell: readonly NeedOf[]
  /** What a colleague heard otherwise than I. */
  readonly differing: readonly DifferenceOf[]
}

export function useTodayPage(): TodayPage {
  const today = useToday()
  const me = useMe()
  const villages = useVillages()
  const truth = useTruth()
  const households = useHouseholds()
  return useMemo(() => {
    const days = plannedDays(households, me, today)
    const promises = promisesOf(households, me.id, today)
    const promisedToTell = new Set(promises.map(({ toTell }) => toTell?.id))
    return {
      today,
      tomorrow: addDays(today, 1),
      isCadre: me.role === 'village-cadre',
      isEmptyYet: villages.length === 0,
      fetching: truth.is === 'fetching' ? truth : null,
      behind: days.filter(({ on }) => on < today),
      ahead: days.filter(({ on }) => on >= today),
      promises,
      // A result that a promise is waiting for is said once, beside the promise.
      toTell: resultsToTell(households, me.id).filter(({ need }) => !promisedToTell.has(need.id)),
      differing: differencesWith(households, me.id, today),
    }
  }, [today, me, villages, truth, households])
}
