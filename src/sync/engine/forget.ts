import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { DeviceState } from './device-state.ts'
import { dropAway } from './handed-away.ts'
import { dropParts } from './parts.ts'
import type { Step } from './step.ts'
import { keyOfPlace, type DiaryKept, type Write } from './store.ts'
import { forgetWrites } from './take-news.ts'

/**
 * Forgets villages outside the grants: households, received changes, stories [S13]. What still waits there was written
 * while granted and is sent; what was refused there stays until a person has seen it [S5].
 */
export function forget(state: DeviceState, codes: readonly VillageCode[]): Step {
  const forgotten = new Set(codes)
  const held = [...state.villages].filter(([code]) => forgotten.has(code))
  const received = state.received.filter(one => forgotten.has(one.change.village))
  const gone = new Set<HouseholdId>([
    ...held.flatMap(([, { replica }]) => [...replica.households.keys()]),
    ...received.map(one => one.change.household),
  ])
  const isGone = ({ village, household }: DiaryKept) =>
    village === undefined ? gone.has(household) : forgotten.has(village)
  const diaries = [...state.diaries].filter(([, diary]) => isGone(diary))
  const parts = [...state.parts].filter(([code]) => forgotten.has(code))
  const away = dropAway(state, ({ change }) => forgotten.has(change.village))
  return {
    state: {
      ...away.state,
      villages: new Map([...state.villages].filter(([code]) => !forgotten.has(code))),
      received: state.received.filter(one => !forgotten.has(one.change.village)),
      diaries: new Map([...state.diaries].filter(([, diary]) => !isGone(diary))),
      parts: new Map([...state.parts].filter(([code]) => !forgotten.has(code))),
    },
    writes: [
      ...away.writes,
      ...held.flatMap(([code, village]) => forgetWrites(code, village)),
      ...received.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...diaries.map(([key]): Write => ({ drop: 'diaries', key })),
      ...parts.flatMap(([, held]) => dropParts(held)),
    ],
  }
}
