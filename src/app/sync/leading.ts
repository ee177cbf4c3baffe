import type { VillageCode } from '#domain/base/ids.ts'
import { backoff } from '#sync/engine/backoff.ts'
import type { Engine } from '#sync/engine/engine.ts'
import { askToBeWoken, listenToWaking } from './waking.ts'

/** How long after a good sync the next one comes by itself, in milliseconds; nudges come at once. */
const quietFor = 120_000

/**
 * Syncs whenever there is a reason: at once, when a signal comes back, when the app comes to the front, when the server
 * nudges, after a while; and after a failure again and again, more slowly each time. Only one tab does this [S20].
 */
export function startLeading(engine: Engine): {
  readonly sync: () => Promise<void>
  readonly stop: () => void
} {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  async function sync(): Promise<void> {
    if (stopped) return
    clearTimeout(timer)
    const synced = await engine.sync(() => !stopped)
    if (stopped) return
    // It was under way when another tab had the lead, and left its answer to that one.
    if (!synced.ok && synced.because === 'stepped-back') return sync()
    if (!synced.ok && engine.state().outbox.waiting.length > 0) void askToBeWoken()
    failures = synced.ok ? 0 : failures + 1
    clearTimeout(timer)
    timer = setTimeout(soon, synced.ok ? quietFor : backoff(failures, Math.random()))
  }
  const soon = (): void => void sync()
  const atOnce = (): void => {
    failures = 0
    soon()
  }
  const toFront = (): void => {
    if (document.visibilityState === 'visible') atOnce()
  }

  const nudges = listenForNudges(nudge => {
    const held = nudge.village === null ? undefined : engine.state().villages.get(nudge.village)
    // The echo of what this device has just sent tells it nothing new.
    if (held === undefined || nudge.village === null || held.replica.cursor < nudge.head) soon()
  })
  const waking = listenToWaking(atOnce)
  window.addEventListener('online', atOnce)
  document.addEventListener('visibilitychange', toFront)
  // What another tab wrote while it led, and its word of it was not heard, is read first [S20].
  void engine.reload().then(atOnce, atOnce)
  return {
    sync,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      nudges()
      waking()
      window.removeEventListener('online', atOnce)
      document.removeEventListener('visibilitychange', toFront)
    },
  }
}

/** A village's log has moved to this number; null where any may have. */
type Nudge = { readonly village: VillageCode; readonly head: number } | { readonly village: null }

/** Listens for the server's nudges while the app is in front and there is a signal. Returns how to stop. */
function listenForNudges(nudged: (nudge: Nudge) => void): () => void {
  let source: EventSource | null = null
  const close = (): void => {
    source?.close()
    source = null
  }
  const openOrClose = (): void => {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return close()
    if (source !== null && source.readyState !== EventSource.CLOSED) return
    source = new EventSource('/api/nudges')
    source.addEventListener('message', ({ data }: MessageEvent<string>) => nudged(JSON.parse(data)))
  }
  const events = ['online', 'offline'] as const
  for (const event of events) window.addEventListener(event, openOrClose)
  document.addEventListener('visibilitychange', openOrClose)
  openOrClose()
  return () => {
    close()
    for (const event of events) window.removeEventListener(event, openOrClose)
    document.removeEventListener('visibilitychange', openOrClose)
  }
}
