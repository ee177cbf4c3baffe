import type { Instant } from '#domain/base/days.ts'
import type { ForReview } from '../outbox.ts'
import type { DeviceState } from './device-state.ts'
import type { Step } from './step.ts'
import { reviewWrite, type HandingKept, type Write } from './store.ts'

/**
 * What a colleague has now is kept here a while as well, out of sight: a restored server may have forgotten that it was
 * handed over [S6].
 */
export const keptAway = (handing: HandingKept, one: ForReview, at: Instant): HandingKept => ({
  ...handing,
  declined: false,
  away: { one, at },
})

/** The server was restored: what was handed over comes back into review and is handed over again [S5] [S6]. */
export function handAgain(state: DeviceState): Step {
  const here = new Set<string>(state.outbox.forReview.map(({ change }) => change.id))
  const back = [...state.handing.values()].flatMap(({ away }) =>
    away === undefined || here.has(away.one.change.id) ? [] : [away.one],
  )
  const again = [...state.handing.values()].flatMap(({ away, ...kept }) => (away === undefined ? [] : [kept]))
  return {
    state: {
      ...state,
      outbox: { ...state.outbox, forReview: [...state.outbox.forReview, ...back] },
      handing: new Map([...state.handing, ...again.map(one => [one.change, one] as const)]),
    },
    writes: [
      ...back.map(reviewWrite),
      ...again.map((value): Write => ({ put: 'handing', key: value.change, value })),
    ],
  }
}

/** Lets go of what was handed over and need not or may not be kept any longer: old, erased, of a village forgotten. */
export function dropAway(state: DeviceState, goes: (one: ForReview, at: Instant) => boolean): Step {
  const gone = [...state.handing].filter(([, { away }]) => away !== undefined && goes(away.one, away.at))
  if (gone.length === 0) return { state, writes: [] }
  const keys = new Set(gone.map(([key]) => key))
  return {
    state: { ...state, handing: new Map([...state.handing].filter(([key]) => !keys.has(key))) },
    writes: [...keys].map(key => ({ drop: 'handing', key })),
  }
}
