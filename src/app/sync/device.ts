import { dayOf, instantOf, type Day } from '#domain/base/days.ts'
import { isTalkCard } from '../accounts/auto-lock.ts'
import { createDoor } from '../accounts/door.ts'
import { findCleared, type KeptMark } from './kept-mark.ts'
import { readSettings } from '../ui/settings.ts'
import type { OpenDevice } from './open-device.ts'
import type { Door, SessionState } from './session.ts'
import { settable, type Watched } from './watched.ts'

/** This device: made once in `main`, given to the screens through `<WuxinDevice>`. */
export type Device = {
  readonly session: Watched<SessionState>
  readonly door: Door
  readonly open: Watched<OpenDevice | null>
  readonly today: Watched<Day>
  readonly online: Watched<boolean>
  /** What the browser has cleared since this device was last open; null where all is in its place [S21]. */
  readonly cleared: Watched<KeptMark | null>
}

/** The device of this browser. Begins by itself: the session is `loading` until the disk was looked at. */
export function createDevice(): Device {
  const session = settable<SessionState>({ is: 'loading' })
  const open = settable<OpenDevice | null>(null)
  const online = watchOnline()
  const door = createDoor({
    session,
    open,
    online,
    autoLock: { minutes: () => readSettings().lockAfter, staysOpen: () => isTalkCard(location.pathname) },
  })
  const cleared = settable<KeptMark | null>(null)
  // Looked at before the door opens: opening makes what is missing anew.
  void findCleared()
    .then(found => cleared.set(found))
    .finally(() => void door.begin())
  return { session, door, open, today: watchToday(open), online, cleared }
}

function watchOnline(): Watched<boolean> {
  const online = settable(navigator.onLine)
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
  return online
}

/**
 * The day, by this device's clock and what the server's said [S18]: looked at every half minute, whenever the app comes to
 * the front, and when the server has been heard.
 */
function watchToday(open: Watched<OpenDevice | null>): Watched<Day> {
  const now = (): Day => dayOf(open.now()?.now() ?? instantOf(Date.now()))
  const today = settable(now())
  const look = (): void => today.set(now())
  let stop: (() => void) | undefined
  open.watch(() => {
    stop?.()
    stop = open.now()?.truth.watch(look)
    look()
  })
  setInterval(look, 30_000)
  document.addEventListener('visibilitychange', look)
  return today
}
