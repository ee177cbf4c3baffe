/** What was begun and has to be ended: servers, folders, browsers. Ended last first, each once, whatever one of them throws. */
export type Endings = {
  readonly add: (end: () => Promise<unknown>) => void
  readonly end: () => Promise<void>
}

/** Ctrl-C and a kind kill end everything as well; a second one ends at once. */
export function collectEndings(): Endings {
  const ends: (() => Promise<unknown>)[] = []
  const end = async (): Promise<void> => {
    for (let next = ends.pop(); next !== undefined; next = ends.pop())
      await next().catch((fault: unknown) => console.error(`not ended in order: ${String(fault)}`))
  }
  let isAsked = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isAsked) process.exit(1)
      isAsked = true
      void end().then(() => process.exit(130))
    })
  return { add: one => void ends.push(one), end }
}
