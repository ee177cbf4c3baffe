import { audienceFor } from '#domain/access/may-see.ts'
import { dayOf, instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import { absorbVerdicts, type Verdict } from '../outbox.ts'
import type { SyncRequest } from '../wire.ts'
import { dropOver } from './over.ts'
import { deviceKey, type DeviceState } from './device-state.ts'
import { dropErased } from './erase.ts'
import { forget } from './forget.ts'
import { dropAway, handAgain } from './handed-away.ts'
import { takeHanded, takeHandedOver } from './hand-over.ts'
import { isRead, offerAgain } from './offer-again.ts'
import { sendable } from './request.ts'
import { inSteps, type Step } from './step.ts'
import { keyOfPlace, reviewWrite, type DiaryKept, type Placed, type Received, type Write } from './store.ts'
import { takeVillages } from './take-villages.ts'
import type { Unpacked } from './unpack.ts'

/** The state after an answer, what of the disk changes with it, and whether to ask again at once. */
export type Absorbed = Step & { readonly again: boolean }

/** So long a change that was received is kept, to be offered again after a restore [S6]; in days. */
export const keptForDays = 30

/**
 * Takes in an answer: the server's word on each change, its news of each village, what to forget. All of it is one
 * transaction: the cursor never goes ahead of the state, and a change leaves the outbox with its verdict [S2] [S17].
 */
export function absorb(state: DeviceState, { asked, answer, olderServer, heardAt }: Answered): Absorbed {
  const restored = state.facts.epoch !== null && state.facts.epoch !== answer.epoch
  // What was said in another epoch the server has not judged: it goes on waiting.
  const judged = asked.epoch === null || asked.epoch === answer.epoch
  const after = inSteps(state, [
    state => takeVerdicts(state, answer, judged ? unansweredIn(asked, answer.verdicts) : []),
    state => takeHandedOver(state, answer),
    state => takeHanded(state, asked, answer),
    state => (restored ? handAgain(state) : { state, writes: [] }),
    state => (restored ? offerAgain(state, answer.verdicts) : takeVillages(state, asked, answer)),
    after => dropErased(state, after),
    state => forget(state, answer.forget),
    state => dropOpenings(state, answer),
    state => dropOver(state, answer.now),
    state => dropOld(state, answer.now),
    state => dropAway(state, (_, at) => at < horizonOf(answer.now)),
    state => takeFacts(state, answer, heardAt),
  ])
  const unsent = asked.changes.length > 0 && sendable(after.state, olderServer).length > 0
  return { ...after, again: restored || unsent || asksAgain(after.state, state, asked, answer) }
}

/** An answer with the request that it answers. */
export type Answered = {
  readonly asked: SyncRequest
  readonly answer: Unpacked
  /** The server speaks only the first wire: newer kinds of change wait [S19]. */
  readonly olderServer: boolean
  /** When it came, by this device's own clock [S18]. */
  readonly heardAt: Instant
}

function takeVerdicts(state: DeviceState, answer: Unpacked, unanswered: readonly Verdict[]): Step {
  const verdicts = [...answer.verdicts, ...unanswered]
  const outbox = absorbVerdicts(state.outbox, verdicts)
  const seqs = new Map(answer.verdicts.flatMap(one => (one.ok ? [[one.id, one.seq] as const] : [])))
  const gone = state.outbox.waiting.filter(one => !outbox.waiting.includes(one))
  const taken = gone.flatMap(one => {
    const seq = seqs.get(one.change.id)
    return seq === undefined || !isMine(one, answer) ? [] : [{ ...one, seq, receivedAt: answer.now }]
  })
  const told = taken.flatMap(diaryOf)
  return {
    state: {
      ...state,
      outbox,
      received: [...state.received, ...taken],
      diaries: new Map([...state.diaries, ...told]),
    },
    writes: [
      ...gone.map((one): Write => ({ drop: 'outbox', key: keyOfPlace(one) })),
      ...taken.map((one): Write => ({ put: 'received', key: keyOfPlace(one), value: one })),
      ...told.map(([key, value]): Write => ({ put: 'diaries', key, value })),
      ...outbox.forReview.slice(state.outbox.forReview.length).map(reviewWrite),
    ],
  }
}

/** Whether the change is of a village this person works in still: of another nothing is kept, its own words neither [S13]. */
const isMine = ({ change }: Placed, { actor, now }: Unpacked): boolean =>
  audienceFor(actor, change.village, dayOf(now)) !== null

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

const diaryOf = ({ change, diary, receivedAt }: Placed & { readonly receivedAt: Instant }) =>
  diary === null || change.kind !== 'visit.record'
    ? []
    : [
        [
          change.body.visit,
          { ...storyOf(change, change.body.visit, diary), keptOn: dayOf(receivedAt) },
        ] as const,
      ]

const storyOf = (
  { village, household }: Placed['change'],
  visit: DiaryKept['visit'],
  text: string,
): DiaryKept => ({ village, visit, household, text })

function dropOpenings(state: DeviceState, { openings }: Unpacked): Step {
  const known = new Set(openings)
  return {
    state: { ...state, openings: state.openings.filter(({ id }) => !known.has(id)) },
    writes: openings.map(key => ({ drop: 'openings', key })),
  }
}

const horizonOf = (now: Instant): Instant => instantOf(millisecondsOf(now) - keptForDays * 86_400_000)

function dropOld(state: DeviceState, now: Instant): Step {
  const horizon = horizonOf(now)
  const isOld = (one: Received) => one.receivedAt < horizon && isRead(state, one)
  return {
    state: { ...state, received: state.received.filter(one => !isOld(one)) },
    writes: state.received.filter(isOld).map(one => ({ drop: 'received', key: keyOfPlace(one) })),
  }
}

function takeFacts(state: DeviceState, answer: Unpacked, heardAt: Instant): Step {
  const { facts, outbox } = state
  const receivedAt = outbox.waiting.length === 0 ? answer.now : facts.receivedAt
  const clock = { here: heardAt, there: answer.now }
  const after = { ...facts, actor: answer.actor, epoch: answer.epoch, receivedAt, clock }
  return { state: { ...state, facts: after }, writes: [{ put: 'device', key: deviceKey, value: after }] }
}

/** Whether more is to be had at once, and this round has moved something: no round is repeated in vain. */
function asksAgain(after: DeviceState, before: DeviceState, asked: SyncRequest, answer: Unpacked): boolean {
  const moved = answer.villages.some(({ code }) => cameOn(before, after, code))
  const more = moved && answer.villages.some(news => news.more)
  const refetch = [...after.villages.values()].some(
    ({ facts }) =>
      facts.refetch && asked.villages.some(({ code, cursor }) => code === facts.code && cursor > 0),
  )
  return more || refetch
}

/** Whether a village has come on: by changes, by parts, or fetched anew. */
function cameOn(before: DeviceState, after: DeviceState, code: VillageCode): boolean {
  const got = (state: DeviceState) => state.parts.get(code)
  const [was, is] = [got(before), got(after)]
  const parts = is !== undefined && (is.upTo !== was?.upTo || is.parts.length > was.parts.length)
  const [old, now] = [before.villages.get(code), after.villages.get(code)]
  // What was fetched anew, or for other eyes, may end at the very number it was at before.
  const anew = (old?.facts.refetch && !now?.facts.refetch) || old?.facts.audience !== now?.facts.audience
  return parts || anew || now?.replica.cursor !== old?.replica.cursor
}
