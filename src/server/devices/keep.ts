import { dayOf, instantOf, millisecondsOf, parseInstant, type Instant } from '#domain/base/days.ts'
import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { DeviceReport } from '#sync/wire.ts'
import { facesOf, type SignedIn } from '../accounts/actor.ts'
import type { Context } from '../http/context.ts'
import {
  deleteSession,
  selectDevice,
  selectIsRevoked,
  upsertDevice,
  type DeviceKept,
  type Said,
} from './devices.sql.ts'

/** A device as a request names it: whose it says it is, where it says so, and who is signed in on it. */
export type Knocking = {
  readonly device: DeviceId
  readonly meant: PersonId | null
  readonly who: SignedIn | null
}

/** What is known of a device at its contact: `revoked`, or its row; null for a new one. */
export type Met = 'revoked' | DeviceKept | null

/**
 * Meets a device before anything of it is taken in. A revoked one is known without a session as well: its own is ended,
 * and it has to hear that it is revoked. A session made anew on it ends too.
 */
export async function meetDevice(db: Context['db'], { device, meant, who }: Knocking): Promise<Met> {
  const person = meant ?? who?.actor.id ?? null
  if (person === null) return (await selectIsRevoked(db, device)) ? 'revoked' : null
  const kept = await selectDevice(db, { device, person })
  if (kept === undefined) return null
  if (kept.revoked_at === null) return kept
  if (who !== null && who.actor.id === person) await deleteSession(db, who.session)
  return 'revoked'
}

export type Synced = {
  readonly device: DeviceId
  readonly who: SignedIn
  /** What it said of itself; null over the first wire [S19]. */
  readonly report: DeviceReport | null
  readonly verdicts: readonly Verdict[]
  readonly now: Instant
}

/** Writes down how a device stands after a good sync; nothing is written while nothing has changed but the minute. */
export async function keepDevice(db: Context['db'], synced: Synced, met: DeviceKept | null): Promise<void> {
  const { device, who, now } = synced
  if (!facesOf(who.actor.role).some(face => face === 'phone')) return
  const said = synced.report === null ? null : leftAfter(synced.report, synced.verdicts, now)
  if (met !== null && isSame(met, said, who.session) && isRecent(met, now)) return
  await upsertDevice(db, {
    device,
    person: who.actor.id,
    today: dayOf(now),
    at: now,
    said,
    session: who.session,
  })
}

const minutesUntilWritten = 5

const isRecent = ({ synced_at }: DeviceKept, now: Instant): boolean => {
  const passed = Date.parse(now) - Date.parse(synced_at)
  return passed >= 0 && passed < minutesUntilWritten * 60_000
}

const isSame = (met: DeviceKept, said: Said | null, session: string): boolean =>
  met.session_id === session &&
  met.app === (said?.app ?? null) &&
  met.waiting === (said?.waiting ?? null) &&
  met.oldest_at === (said?.oldestAt ?? null) &&
  met.for_review === (said?.forReview ?? null) &&
  met.not_stored === (said?.notStored ?? null)

/** What still waits once the server has said its word: the device spoke before it [S2]. */
function leftAfter(report: DeviceReport, verdicts: readonly Verdict[], now: Instant): Said {
  const waiting = Math.max(0, Math.min(report.waiting, most) - verdicts.length)
  const refused = verdicts.filter(({ ok }) => !ok).length
  return {
    app: /^[\w.+-]*$/.test(report.app) ? report.app : '',
    waiting,
    oldestAt: waiting === 0 ? null : likely(report.oldestAt, now),
    forReview: Math.min(report.forReview, most) + refused,
    notStored: report.notStored,
  }
}

/** More than any phone holds. */
const most = 1_000_000

/** An instant by a clock that may be wrong: none before the campaign could be, and none to come [S18]. */
function likely(written: Instant | null, now: Instant): Instant | null {
  const at = written === null ? null : parseInstant(written)
  if (at === null || at < '2020') return null
  return instantOf(Math.min(millisecondsOf(at), millisecondsOf(now)))
}
