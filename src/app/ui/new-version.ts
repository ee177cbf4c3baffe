/**
 * Keeps the app on this device for offline use, and tells when a new version has been fetched and waits.
 * `onReady` gets the act that changes to it and opens the page anew; without that act nothing changes.
 */
export function watchForNewVersion(onReady: (change: () => void) => void): () => void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => undefined
  const stop = new AbortController()
  void navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(
    registration => {
      tellWhenWaiting(registration, onReady, stop.signal)
      const ask = () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
      }
      document.addEventListener('visibilitychange', ask, { signal: stop.signal })
    },
    // without a service worker (an old or a closed browser) the app still works while there is a signal
    () => undefined,
  )
  return () => stop.abort()
}

function tellWhenWaiting(
  registration: ServiceWorkerRegistration,
  onReady: (change: () => void) => void,
  signal: AbortSignal,
): void {
  const tell = () => {
    const { waiting } = registration
    if (waiting === null || navigator.serviceWorker.controller === null) return
    onReady(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
        once: true,
      })
      // a worker's postMessage has no target origin
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      waiting.postMessage({ type: 'SKIP_WAITING' })
    })
  }
  tell()
  const watchOne = () => registration.installing?.addEventListener('statechange', tell, { signal })
  watchOne()
  registration.addEventListener('updatefound', watchOne, { signal })
}
