/** Chance with a seed: the same seed gives the same province on every machine. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from 0 up to, not including, `below`. */
  readonly upTo: (below: number) => number
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
  /** True so many times in a hundred. */
  readonly percent: (times: number) => boolean
  /** A random id, of the shape and length the app makes. */
  readonly id: () => string
}

/** The small generator known as mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const whole = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = (): number => whole() / 2 ** 32
  const upTo = (below: number): number => Math.floor(next() * below)
  const eight = (): string => whole().toString(16).padStart(8, '0')
  return {
    next,
    upTo,
    pick: from => from[upTo(from.length)] ?? from[0],
    percent: times => next() * 100 < times,
    id: () =>
      `${eight()}-${eight().slice(4)}-4${eight().slice(5)}-a${eight().slice(5)}-${eight()}${eight().slice(4)}`,
  }
}
