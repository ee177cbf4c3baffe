import type { Instant } from '#domain/base/days.ts'
import type { Posted, Transport } from './transport.ts'
import { fromWire1, inWire1 } from '../wire-1.ts'
import type { Answered } from './absorb.ts'
import type { DeviceState } from './device-state.ts'
import { requestFor, type Asking } from './request.ts'
import type { NoAnswer } from './transport.ts'
import { unpack } from './unpack.ts'

/** The way to the server, and this device's own clock, uncorrected. */
export type Line = { readonly transport: Transport; readonly now: () => Instant }

/** One question and its answer; `sent`: how many changes went with it. */
export type Heard =
  | ({ readonly ok: true; readonly sent: number } & Answered)
  | { readonly ok: false; readonly because: NoAnswer; readonly sent: number; readonly olderServer: boolean }

/**
 * Asks the server once. A server that does not know this wire is asked in the one before: an app newer than the server
 * goes on working [S19].
 */
export async function ask({ transport, now }: Line, state: DeviceState, asking: Asking): Promise<Heard> {
  const asked = requestFor(state, asking)
  const sent = asked.changes.length
  const posted = asking.olderServer
    ? await postOlder(transport, state, asked)
    : await transport.post(asked, state.facts.actor.id)
  const { olderServer } = asking
  if (!posted.ok) {
    const tryOlder = posted.because === 'other-version' && !olderServer && transport.postOlder !== undefined
    return tryOlder
      ? ask({ transport, now }, state, { ...asking, olderServer: true })
      : { ok: false, because: posted.because, sent, olderServer }
  }
  if (posted.answer.actor.id !== state.facts.actor.id)
    return { ok: false, because: 'another-person', sent, olderServer }
  const heardAt = now()
  const answer = await unpack(posted.answer, state.parts, transport.unzip)
  return { ok: true, asked, answer, sent, olderServer, heardAt }
}

async function postOlder(
  { postOlder }: Transport,
  { facts }: DeviceState,
  asked: ReturnType<typeof requestFor>,
): Promise<Posted> {
  if (postOlder === undefined) return { ok: false, because: 'other-version' }
  const posted = await postOlder(inWire1(asked), facts.actor.id)
  return posted.ok ? { ok: true, answer: fromWire1(posted.answer) } : posted
}
