/** What was begun and has to be ended: servers, folders, browsers. Ended last first, each once, whatever one of them throws. */
export type Endings = {
  readonly add: (end: () => Promise<unknown>) => void
  readonly end: () => Promise<void>
}

/** So soon after the first, a second signal is the same one: npm hands on what the terminal has told us already. */
const sameSignal = 3000

/** Ctrl-C and a kind kill end everything as well; asked once more later on, it ends at once. */
export function collectEndings(): Endings {
  const ends: (() => Promise<unknown>)[] = []
  const end = async (): Promise<void> => {
    for (let next = ends.pop(); next !== undefined; next = ends.pop())
      await next().catch((fault: unknown) => console.error(`not ended in order: ${String(fault)}`))
  }
  let askedAt: number | null = null
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (askedAt !== null && performance.now() - askedAt > sameSignal) process.exit(1)
      if (askedAt !== null) return
      askedAt = performance.now()
      void end().then(() => process.exit(130))
    })
  return { add: one => void ends.push(one), end }
}
