import type { ChangeId } from '#domain/base/ids.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import { isWordless, type ForReview } from '../outbox.ts'
import type { Handed, SyncRequest } from '../wire.ts'
import type { DeviceState } from './device-state.ts'
import { keptAway } from './handed-away.ts'
import type { Step } from './step.ts'
import { reviewWrite, type HandingKept, type Write } from './store.ts'
import type { Unpacked } from './unpack.ts'

/**
 * A refused change is to go to a colleague. It stays in review until the server has said that the colleague has it [S5].
 * Null where no such change waits for review, or its words are gone.
 */
export function beginHandOver(state: DeviceState, change: ChangeId, to: PersonNamed): Step | null {
  const one = state.outbox.forReview.find(({ change: { id } }) => id === change)
  if (one === undefined || isWordless(one)) return null
  const value: HandingKept = { change, to, declined: false }
  return {
    state: { ...state, handing: new Map([...state.handing, [change, value]]) },
    writes: [{ put: 'handing', key: change, value }],
  }
}

/** A refused change has left review: it is handed to nobody any more. */
export function dropHanding(state: DeviceState, ids: ReadonlySet<string>): Step {
  const gone = [...state.handing.keys()].filter(id => ids.has(id))
  if (gone.length === 0) return { state, writes: [] }
  return {
    state: { ...state, handing: new Map([...state.handing].filter(([id]) => !ids.has(id))) },
    writes: gone.map(key => ({ drop: 'handing', key })),
  }
}

/** The server's word on what was handed over: only what the colleague has leaves review. */
export function takeHandedOver(state: DeviceState, { handedOver, now }: Unpacked): Step {
  const over = new Set<string>(handedOver.flatMap(({ id, ok }) => (ok ? [id] : [])))
  const gone = state.outbox.forReview.filter(({ change }) => over.has(change.id))
  const away = gone.flatMap((one): readonly HandingKept[] => {
    const kept = state.handing.get(one.change.id)
    return kept === undefined ? [] : [keptAway(kept, one, now)]
  })
  const declined = handedOver.flatMap(({ id, ok }): readonly HandingKept[] => {
    const kept = state.handing.get(id)
    return ok || kept === undefined || kept.declined || kept.away !== undefined
      ? []
      : [{ ...kept, declined: true }]
  })
  const forReview = state.outbox.forReview.filter(({ change }) => !over.has(change.id))
  const handing = [...away, ...declined]
  return {
    state: {
      ...state,
      outbox: { ...state.outbox, forReview },
      handing: new Map([...state.handing, ...handing.map(one => [one.change, one] as const)]),
    },
    writes: [
      ...gone.map(({ change }): Write => ({ drop: 'review', key: change.id })),
      ...handing.map((value): Write => ({ put: 'handing', key: value.change, value })),
    ],
  }
}

/**
 * What colleagues have handed to this person comes into review, once: what lies here, or lay here until a moment ago, is
 * not taken again. The server is told until an answer came.
 */
export function takeHanded(state: DeviceState, asked: SyncRequest, { handed }: Unpacked): Step {
  const told = new Set(asked.taken)
  const offered = new Set(handed.map(({ change }) => change.id))
  const known = new Set([...state.taken, ...state.outbox.forReview.map(({ change }) => change.id)])
  const came = handed.filter(({ change }) => !known.has(change.id)).map(reviewed)
  const done = state.taken.filter(id => told.has(id) && !offered.has(id))
  const added = [...offered].filter(id => !state.taken.includes(id))
  const { forReview } = state.outbox
  // What comes back to who gave it away is here again.
  const back = dropHanding(state, new Set(came.map(({ change }) => change.id)))
  return {
    state: {
      ...back.state,
      outbox: { ...state.outbox, forReview: [...forReview, ...came] },
      taken: [...state.taken.filter(id => !done.includes(id)), ...added],
    },
    writes: [
      ...back.writes,
      ...came.map(reviewWrite),
      ...added.map((change): Write => ({ put: 'taken', key: change, value: { change } })),
      ...done.map((key): Write => ({ drop: 'taken', key })),
    ],
  }
}

const reviewed = ({ change, diary, because, from }: Handed): ForReview => ({
  change,
  diary,
  because,
  from,
  writtenAt: change.happenedAt,
})
