import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from './when-idle.ts'

/** A screenful and a bit, on the smallest letters. */
const atOnce = 24
/** So many more each time: little enough that a key typed meanwhile is not kept waiting. */
const more = 40

/**
 * How many of a long list stand on the screen: a screenful at once, the rest bit by bit while nothing else is to do. In
 * the end all of them are there, for whoever scrolls, searches the page or has it read aloud.
 */
export function useGrowing(list: readonly unknown[]): number {
  const [grown, setGrown] = useState<{ readonly of: readonly unknown[]; readonly count: number }>({
    of: list,
    count: atOnce,
  })
  const count = grown.of === list ? grown.count : atOnce
  useEffect(() => {
    if (count >= list.length) return undefined
    return whenIdle(() => startTransition(() => setGrown({ of: list, count: count + more })))
  }, [list, count])
  return count
}
