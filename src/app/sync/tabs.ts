import type { PersonId } from '#domain/base/ids.ts'
import type { Contact } from '#sync/engine/engine.ts'

/** What the tabs of one person tell each other [S20]. */
export type TabWord =
  /** Something was written here that is to be sent. */
  | { readonly is: 'written' }
  /** The disk holds something else than before. */
  | { readonly is: 'moved' }
  /** How the leader's talk with the server goes. */
  | { readonly is: 'contact'; readonly contact: Contact }
  | { readonly is: 'sync-please' }
  /** What was kept for this person is gone from this device. */
  | { readonly is: 'gone' }

export type Tabs = {
  readonly say: (word: TabWord) => void
  readonly close: () => void
}

/** Listens to the other tabs of this person. */
export function listenToTabs(person: PersonId, hear: (word: TabWord) => void): Tabs {
  const channel = new BroadcastChannel(`wuxin-${person}`)
  channel.addEventListener('message', (event: MessageEvent<TabWord>) => hear(event.data))
  return {
    // A channel reaches its own origin only; it has no target to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    say: word => channel.postMessage(word),
    close: () => channel.close(),
  }
}

/**
 * Lets one tab lead: `lead` is called when this tab may, and its stop when another takes over. A tab that comes to the
 * front takes the lead, since the one behind it may have been put to sleep. Returns how to step down for good.
 */
export function takeTurnsLeading(person: PersonId, lead: () => () => void): () => void {
  let over = false
  let stepDown: (() => void) | null = null
  const name = `wuxin-sync-${person}`
  const hold = (): Promise<void> => {
    if (over) return Promise.resolve()
    const stop = lead()
    return new Promise(resolve => {
      stepDown = () => {
        stepDown = null
        stop()
        resolve()
      }
    })
  }
  const queue = (steal: boolean): void => {
    if (over) return
    navigator.locks.request(name, steal ? { steal } : {}, hold).catch(() => {
      // Another tab has taken the lead: wait in line again.
      stepDown?.()
      queue(false)
    })
  }
  // An old browser without locks: every tab syncs, which the server bears [S1].
  if (!('locks' in navigator)) {
    void hold()
    return () => stepDown?.()
  }
  const toFront = (): void => {
    if (document.visibilityState === 'visible' && stepDown === null) queue(true)
  }
  document.addEventListener('visibilitychange', toFront)
  queue(document.visibilityState === 'visible')
  return () => {
    over = true
    document.removeEventListener('visibilitychange', toFront)
    stepDown?.()
  }
}
