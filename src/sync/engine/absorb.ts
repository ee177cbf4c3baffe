import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import { absorbVerdicts, type ForReview, type Outbox, type Verdict } from '../outbox.ts'
import type { SyncRequest } from '../wire.ts'
import { deviceKey, type DeviceState } from './device-state.ts'
import { keyOfPlace, type Placed, type Received, type Write } from './store.ts'
import { forgetWrites, takeNews } from './take-news.ts'
import type { Unpacked } from './transport.ts'

/** The state after an answer, what of the disk changes with it, and whether to ask again at once. */
export type Absorbed = {
  readonly state: DeviceState
  readonly writes: readonly Write[]
  readonly again: boolean
}

type Step = { readonly state: DeviceState; readonly writes: readonly Write[] }

/** So long a change that was received is kept, to be offered again after a restore [S6]; in days. */
export const keptForDays = 30

/**
 * Takes in an answer: the server's word on each change, its news of each village, what to forget. All of it is one
 * transaction: the cursor never goes ahead of the state, and a change leaves the outbox with its verdict [S2] [S17].
 */
export function absorb(state: DeviceState, asked: SyncRequest, answer: Unpacked): Absorbed {
  const restored = state.facts.epoch !== null && state.facts.epoch !== answer.epoch
  const steps: readonly ((state: DeviceState) => Step)[] = [
    state => takeVerdicts(state, answer, restored ? [] : unansweredIn(asked, answer.verdicts)),
    state => (restored ? offerAgain(state, answer.verdicts) : takeVillages(state, asked, answer)),
    state => forget(state, answer.forget),
    state => dropOpenings(state, answer),
    state => dropOld(state, answer.now),
    state => takeFacts(state, answer),
  ]
  let after: Step = { state, writes: [] }
  for (const step of steps) {
    const { state, writes } = step(after.state)
    after = { state, writes: [...after.writes, ...writes] }
  }
  return { ...after, again: restored || asksAgain(after.state, state, asked, answer) }
}

function takeVerdicts(state: DeviceState, answer: Unpacked, unanswered: readonly Verdict[]): Step {
  const verdicts = [...answer.verdicts, ...unanswered]
  const outbox = absorbVerdicts(state.outbox, verdicts)
  const seqs = new Map(answer.verdicts.flatMap(one => (one.ok ? [[one.id, one.seq] as const] : [])))
  const gone = state.outbox.waiting.filter(one => !outbox.waiting.includes(one))
  const taken = gone.flatMap(one => {
    const seq = seqs.get(one.change.id)
    return seq === undefined ? [] : [{ ...one, again: false, seq, receivedAt: answer.now }]
  })
  return {
    state: {
      ...state,
      outbox,
      received: [...state.received, ...taken],
      diaries: new Map([...state.diaries, ...taken.flatMap(diaryOf)]),
    },
    writes: [
      ...gone.map((one): Write => ({ drop: 'outbox', key: keyOfPlace(one) })),
      ...taken.map((one): Write => ({ put: 'received', key: keyOfPlace(one), value: one })),
      ...taken.flatMap(diaryOf).map(([key, value]): Write => ({ put: 'diaries', key, value })),
      ...outbox.forReview.slice(state.outbox.forReview.length).map(reviewWrite),
    ],
  }
}

/**
 * What was sent and not spoken about has no shape the server can name; it goes to review rather than waiting for ever
 * [S5] [S16].
 */
const unansweredIn = (asked: SyncRequest, verdicts: readonly Verdict[]): readonly Verdict[] => {
  const answered = new Set(verdicts.map(({ id }) => id))
  return asked.changes
    .filter(({ change }) => !answered.has(change.id))
    .map(({ change }) => ({ id: change.id, ok: false, because: 'broken-change' }))
}

const diaryOf = ({ change, diary }: Placed) =>
  diary === null || change.kind !== 'visit.record'
    ? []
    : [[change.body.visit, { visit: change.body.visit, household: change.household, text: diary }] as const]

/** The write that keeps a change for a person's eye [S5]. */
export const reviewWrite = (one: ForReview): Write => ({ put: 'review', key: one.change.id, value: one })

/**
 * The server was restored from a backup: all that was received is offered again, in its old order and before what is
 * newer, and every village is fetched anew [S6]. What this very answer has taken is not offered again.
 */
function offerAgain(state: DeviceState, verdicts: readonly Verdict[]): Step {
  const justTaken = new Set(verdicts.map(({ id }) => id))
  const offered = state.received.filter(one => !justTaken.has(one.change.id))
  const again = offered.map(one => ({
    change: one.change,
    diary: one.diary,
    writtenAt: one.writtenAt,
    place: one.place,
    // What was taken and never read is not in the old accepted state: it is shown like all that waits [S11].
    again: isRead(state, one),
  }))
  const outbox: Outbox<Placed> = {
    ...state.outbox,
    waiting: [...again, ...state.outbox.waiting].toSorted((one, other) => one.place - other.place),
  }
  const villages = [...state.villages].map(
    ([code, held]) => [code, { ...held, facts: { ...held.facts, refetch: true } }] as const,
  )
  return {
    state: {
      ...state,
      outbox,
      received: state.received.filter(one => justTaken.has(one.change.id)),
      villages: new Map(villages),
    },
    writes: [
      ...offered.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...again.map((one): Write => ({ put: 'outbox', key: keyOfPlace(one), value: one })),
      ...villages.map(([key, { facts }]): Write => ({ put: 'villages', key, value: facts })),
    ],
  }
}

function takeVillages(state: DeviceState, asked: SyncRequest, answer: Unpacked): Step {
  const villages = new Map(state.villages)
  const diaries = new Map(state.diaries)
  const writes: Write[] = []
  for (const news of answer.villages) {
    const taken = takeNews(villages.get(news.code) ?? null, news, asked)
    if (taken === null) continue
    villages.set(news.code, taken.held)
    writes.push(...taken.writes)
    for (const diary of news.diaries) {
      diaries.set(diary.visit, diary)
      writes.push({ put: 'diaries', key: diary.visit, value: diary })
    }
  }
  return { state: { ...state, villages, diaries }, writes }
}

/**
 * Forgets villages outside the grants: households, received changes, stories [S13]. What still waits there was written
 * while granted and is sent; what was refused there stays until a person has seen it [S5].
 */
function forget(state: DeviceState, codes: readonly VillageCode[]): Step {
  const forgotten = new Set(codes)
  const held = [...state.villages].filter(([code]) => forgotten.has(code))
  const received = state.received.filter(one => forgotten.has(one.change.village))
  const gone = new Set([
    ...held.flatMap(([, { replica }]) => [...replica.households.keys()]),
    ...received.map(one => one.change.household),
  ])
  const diaries = [...state.diaries].filter(([, { household }]) => gone.has(household))
  return {
    state: {
      ...state,
      villages: new Map([...state.villages].filter(([code]) => !forgotten.has(code))),
      received: state.received.filter(one => !forgotten.has(one.change.village)),
      diaries: new Map([...state.diaries].filter(([, { household }]) => !gone.has(household))),
    },
    writes: [
      ...held.flatMap(([code, village]) => forgetWrites(code, village)),
      ...received.map((one): Write => ({ drop: 'received', key: keyOfPlace(one) })),
      ...diaries.map(([key]): Write => ({ drop: 'diaries', key })),
    ],
  }
}

function dropOpenings(state: DeviceState, { openings }: Unpacked): Step {
  const known = new Set(openings)
  return {
    state: { ...state, openings: state.openings.filter(({ id }) => !known.has(id)) },
    writes: openings.map(key => ({ drop: 'openings', key })),
  }
}

function dropOld(state: DeviceState, now: Instant): Step {
  const horizon = instantOf(millisecondsOf(now) - keptForDays * 86_400_000)
  const isOld = (one: Received) => one.receivedAt < horizon && isRead(state, one)
  return {
    state: { ...state, received: state.received.filter(one => !isOld(one)) },
    writes: state.received.filter(isOld).map(one => ({ drop: 'received', key: keyOfPlace(one) })),
  }
}

/** Whether the accepted state here holds this change, so that it need not be shown as pending. */
const isRead = (state: DeviceState, { change, seq }: Received): boolean =>
  (state.villages.get(change.village)?.replica.cursor ?? 0) >= seq

function takeFacts(state: DeviceState, answer: Unpacked): Step {
  const { facts, outbox } = state
  const receivedAt = outbox.waiting.length === 0 ? answer.now : facts.receivedAt
  const after = { ...facts, actor: answer.actor, epoch: answer.epoch, receivedAt }
  return { state: { ...state, facts: after }, writes: [{ put: 'device', key: deviceKey, value: after }] }
}

/** Whether more is to be had at once, and this round has moved something: no round is repeated in vain. */
function asksAgain(after: DeviceState, before: DeviceState, asked: SyncRequest, answer: Unpacked): boolean {
  const moved = answer.villages.some(
    ({ code }) => after.villages.get(code)?.replica.cursor !== before.villages.get(code)?.replica.cursor,
  )
  const more = moved && answer.villages.some(news => news.more)
  const refetch = [...after.villages.values()].some(
    ({ facts }) =>
      facts.refetch && asked.villages.some(({ code, cursor }) => code === facts.code && cursor > 0),
  )
  const unsent = asked.changes.length > 0 && after.outbox.waiting.length > 0
  return more || refetch || unsent
}
