import type { Actor } from '#domain/access/grants.ts'
import { canonical } from '#sync/checksum.ts'
import type { OpenDevice } from '../sync/open-device.ts'
import type { SessionState } from '../sync/session.ts'
import type { Settable, Watched } from '../sync/watched.ts'
import type { AutoLock } from './auto-lock.ts'

/** What the door opens and shuts, and when it shuts by itself. */
export type Rooms = {
  readonly session: Settable<SessionState>
  readonly open: Settable<OpenDevice | null>
  readonly online: Watched<boolean>
  readonly autoLock: Pick<AutoLock, 'minutes' | 'staysOpen'>
}

/** The tasks of the person move with each sync; the session tells it when they are others. */
export function followActor(session: Settable<SessionState>, actor: Actor): void {
  const now = session.now()
  if (now.is === 'open' && canonical(now.actor) !== canonical(actor)) session.set({ is: 'open', actor })
}
