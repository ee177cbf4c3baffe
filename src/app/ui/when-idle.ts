/** Does something once the screen stands and nobody waits for anything. Returns how to leave it undone. */
export function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const asked = requestIdleCallback(act)
    return () => cancelIdleCallback(asked)
  }
  const asked = setTimeout(act, 100)
  return () => clearTimeout(asked)
}
