import type { Outbox, Verdict } from '../outbox.ts'
import type { DeviceState } from './device-state.ts'
import { dropParts } from './parts.ts'
import type { Step } from './step.ts'
import { keyOfPlace, type Placed, type Received, type Write } from './store.ts'

/**
 * The server was restored from a backup: all that was received is offered again, in its old order and before what is
 * newer, and every village is fetched anew [S6]. What this very answer has taken is not offered again.
 */
export function offerAgain(state: DeviceState, verdicts: readonly Verdict[]): Step {
  const justTaken = new Set(verdicts.map(({ id }) => id))
  const offered = state.received.filter(one => !justTaken.has(one.change.id))
  const again = offered.map(one => ({
    change: one.change,
    diary: one.diary,
    writtenAt: one.writtenAt,
    place: one.place,
    // What was taken and never read is not in the old accepted state: it is shown like all that waits [S11].
    again: isOld(state, one) ? one.again : isRead(state, one),
  }))
  // Offered again once already, and the restored state has come since: it is in no accepted state here.
  const waiting = state.outbox.waiting.map(one =>
    one.again && !isOld(state, one) ? { ...one, again: false } : one,
  )
  const outbox: Outbox<Placed> = {
    ...state.outbox,
    waiting: [...again, ...waiting].toSorted((one, other) => one.place - other.place),
  }
  const villages = [...state.villages].map(
    ([code, held]) =>
      [code, { ...held, facts: { ...held.facts, refetch: true, ofEarlierEpoch: true } }] as const,
  )
  return {
    state: {
      ...state,
      outbox,
      received: state.received.filter(one => justTaken.has(one.change.id)),
      villages: new Map(villages),
      parts: new Map(),
    },
    writes: [
      ...offered.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...again.map((one): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })),
      ...waiting
        .filter((one, at) => one !== state.outbox.waiting[at])
        .map((one): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })),
      ...[...state.parts.values()].flatMap(dropParts),
      ...villages.map(([key, { facts }]): Write => ({ put: 'villages', key, value: facts })),
    ],
  }
}

/** Whether what is here of its village stems from before a restore. */
const isOld = (state: DeviceState, { change }: Placed): boolean =>
  state.villages.get(change.village)?.facts.ofEarlierEpoch === true

/** Whether the accepted state here holds this change, so that it need not be shown as pending. */
export const isRead = (state: DeviceState, { change, seq }: Received): boolean =>
  (state.villages.get(change.village)?.replica.cursor ?? 0) >= seq
