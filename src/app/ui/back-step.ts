import { useEffect, useRef } from 'react'

/* What newer browsers have for this; TypeScript's own list may not know it yet. */
type Watcher = EventTarget & { readonly destroy: () => void }
type WithWatcher = { readonly CloseWatcher?: new () => Watcher }

/**
 * The back key closes what was opened on this screen, and the address stays what it was: nobody learns from a history
 * which of several ways was taken [H19].
 */
export function useBackStep(open: boolean, onBack: () => void): void {
  const back = useRef(onBack)
  useEffect(() => {
    back.current = onBack
  })
  useEffect(() => {
    if (!open) return
    window.scrollTo(0, 0)
    const { CloseWatcher } = window as WithWatcher // looked for, not taken for granted
    return CloseWatcher === undefined
      ? byHistory(() => back.current())
      : byWatcher(CloseWatcher, () => back.current())
  }, [open])
}

function byWatcher(CloseWatcher: new () => Watcher, close: () => void): () => void {
  const watcher = new CloseWatcher()
  watcher.addEventListener('close', close)
  return () => watcher.destroy()
}

function byHistory(close: () => void): () => void {
  const step = `step-${String(window.history.length)}`
  window.history.pushState({ step }, '')
  window.addEventListener('popstate', close)
  return () => {
    window.removeEventListener('popstate', close)
    setTimeout(() => {
      if (isStep(window.history.state, step)) window.history.back()
    }, 0)
  }
}

const isStep = (state: unknown, step: string): boolean =>
  typeof state === 'object' && state !== null && 'step' in state && state.step === step
