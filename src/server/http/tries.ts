/** How many tries there may be in how long a time. */
export type Limit = { readonly most: number; readonly milliseconds: number }

export type Tries = {
  /** Counts a try; false when there have been too many, and this one is not to be made. */
  take(key: string): boolean
  /** The try was a good one after all and does not count. */
  giveBack(key: string): void
}

type Counted = { count: number; readonly until: number }

/** From so many keys on, those whose time is over are swept out. */
const sweepFrom = 10_000

/**
 * Counts tries by key (an address, an account) on this server. Time is the process's own, which no change of the
 * clock moves.
 */
export function countTries(
  { most, milliseconds }: Limit,
  now: () => number = () => performance.now(),
): Tries {
  const counts = new Map<string, Counted>()
  const current = (key: string): Counted => {
    const known = counts.get(key)
    if (known !== undefined && known.until > now()) return known
    if (counts.size >= sweepFrom) sweep(counts, now())
    const begun = { count: 0, until: now() + milliseconds }
    counts.set(key, begun)
    return begun
  }
  return {
    take(key) {
      const counted = current(key)
      counted.count += 1
      return counted.count <= most
    },
    giveBack(key) {
      const counted = counts.get(key)
      if (counted !== undefined && counted.count > 0) counted.count -= 1
    },
  }
}

function sweep(counts: Map<string, Counted>, now: number): void {
  for (const [key, { until }] of counts) if (until <= now) counts.delete(key)
}
