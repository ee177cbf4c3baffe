/** What the timer asks: how long without a touch, whether a screen in front is to stay, and how to lock. */
export type AutoLock = {
  readonly minutes: () => number
  /** While this holds and the app is in front, nothing locks: a card read in a family's home is not touched. */
  readonly staysOpen: () => boolean
  readonly lock: () => Promise<void>
}

const looksEvery = 5_000
/** So far a clock may be put back a little by the network, in milliseconds. */
const setBack = 60_000
const touches = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const

/**
 * Locks after a while without a touch, in front or behind. A telephone puts timers to sleep, so the clock is looked at
 * again when the app comes to the front, before anything can be touched. Returns how to stop.
 */
export function startAutoLock({ minutes, staysOpen, lock }: AutoLock): () => void {
  let touchedAt = Date.now()
  const look = (): void => {
    const away = Date.now() - touchedAt
    // A clock that was set back does not tell how long nobody has touched it: it locks [S18].
    const overdue = away >= minutes() * 60_000 || away < -setBack
    if (overdue) void lock()
    else if (document.visibilityState === 'visible' && staysOpen()) touch()
  }
  const touch = (): void => {
    touchedAt = Date.now()
  }
  const timer = setInterval(look, looksEvery)
  for (const kind of touches) window.addEventListener(kind, touch, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    for (const kind of touches) window.removeEventListener(kind, touch, { capture: true })
    document.removeEventListener('visibilitychange', look)
  }
}

/** The conversation card: it lies open on the table while people talk. */
export const isTalkCard = (path: string): boolean => /^\/families\/[^/]+\/talk\/?$/.test(path)
