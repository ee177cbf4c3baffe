import type { ChangeId } from '#domain/base/ids.ts'
import type { Instant } from '#domain/base/days.ts'
import type { PersonNamed } from '#domain/base/people.ts'
import type { Refusal } from '#domain/base/refusals.ts'
import type { Change } from './change.ts'

/** A change on its way, with the diary that belongs to it (kept apart from the log) where there is one. */
export type Waiting = {
  readonly change: Change
  readonly diary: string | null
  readonly writtenAt: Instant
}

/**
 * A change that was not accepted. It is kept until a person decides what becomes of it [S5]. Where `because` is
 * `household-erased` or `advice-over` its words are gone: the body is empty, and only the kind says what it was [H2] [S15].
 */
export type ForReview = Waiting & {
  readonly because: Refusal
  /** The colleague who handed it over; absent where it was written here. */
  readonly from?: PersonNamed
}

/** Whether the words of a refused change are gone. */
export const isWordless = ({ because }: ForReview): boolean =>
  because === 'household-erased' || because === 'advice-over'

/** What a device still has to send, in the order it was written, and what needs the person's eye. */
export type Outbox<W extends Waiting = Waiting> = {
  readonly waiting: readonly W[]
  readonly forReview: readonly ForReview[]
}

export const emptyOutbox: Outbox = { waiting: [], forReview: [] }

/** The server's word on one change: under which number it stands, or why it does not. */
export type Verdict =
  | { readonly id: ChangeId; readonly ok: true; readonly seq: number }
  | { readonly id: ChangeId; readonly ok: false; readonly because: Refusal }

export const put = <W extends Waiting>(outbox: Outbox<W>, waiting: W): Outbox<W> => ({
  ...outbox,
  waiting: [...outbox.waiting, waiting],
})

/**
 * The outbox after the server has answered. Only what the server has spoken about leaves the waiting ones [S2]; what
 * it refused goes to review; nothing disappears [S4] [S5]. The same verdicts a second time change nothing.
 */
export function absorbVerdicts<W extends Waiting>(
  outbox: Outbox<W>,
  verdicts: readonly Verdict[],
): Outbox<W> {
  const byId = new Map(verdicts.map(verdict => [verdict.id, verdict]))
  return {
    waiting: outbox.waiting.filter(({ change }) => !byId.has(change.id)),
    forReview: [
      ...outbox.forReview,
      ...outbox.waiting.flatMap(one => refusedOf(one, byId.get(one.change.id))),
    ],
  }
}

const refusedOf = (waiting: Waiting, verdict: Verdict | undefined): readonly ForReview[] =>
  verdict === undefined || verdict.ok ? [] : [{ ...waiting, because: verdict.because }]

/** A person decided to let a refused change go [S5]. */
export const discard = <W extends Waiting>(outbox: Outbox<W>, id: ChangeId): Outbox<W> => ({
  ...outbox,
  forReview: outbox.forReview.filter(({ change }) => change.id !== id),
})

/** A person mended a refused change: the mended one has a new id and waits again [S5]. */
export const resend = <W extends Waiting>(outbox: Outbox<W>, id: ChangeId, mended: W): Outbox<W> =>
  put(discard(outbox, id), mended)

/** When the oldest waiting change was written; null when nothing waits [S2]. */
export const oldestWaiting = (outbox: Outbox): Instant | null =>
  outbox.waiting.map(({ writtenAt }) => writtenAt).toSorted()[0] ?? null
