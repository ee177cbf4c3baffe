/** A registration that can ask the browser to wake it; not every browser has it. */
type WithSync = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> }
}

/** Asks the browser to wake the tabs of this app when there is a signal again, where it can. */
export async function askToBeWoken(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: WithSync | undefined = await navigator.serviceWorker.getRegistration()
  // Refused in a private window, or by the person: then the tab's own clock does it.
  await registration?.sync?.register('wuxin-outbox').catch(() => null)
}

/** Listens for being woken. Returns how to stop. */
export function listenToWaking(woken: () => void): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined
  const hear = ({ data }: MessageEvent<{ readonly is?: unknown } | null>): void => {
    if (data?.is === 'signal-back') woken()
  }
  navigator.serviceWorker.addEventListener('message', hear)
  return () => navigator.serviceWorker.removeEventListener('message', hear)
}
