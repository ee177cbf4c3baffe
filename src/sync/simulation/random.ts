/** Chance from a seed: the same seed gives the same draws on every machine. */
export type Random = {
  /** A whole number from 0 up to, not including, `count`. */
  readonly below: (count: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(among: readonly T[]) => T
}

/** The widely used "sfc32" generator, its four words mixed from the seed. */
export function createRandom(seed: number): Random {
  let one = 0x9e3779b9 ^ seed
  let two = 0x243f6a88 ^ Math.imul(seed, 0x85ebca6b)
  let three = 0xb7e15162
  let count = 1
  const draw = (): number => {
    const sum = (((one + two) | 0) + count) | 0
    count = (count + 1) | 0
    one = two ^ (two >>> 9)
    two = (three + (three << 3)) | 0
    three = (((three << 21) | (three >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 12; warm++) draw()
  const below = (count: number): number => Math.floor(draw() * count)
  return {
    below,
    chance: probability => draw() < probability,
    pick: among => {
      const picked = among[below(among.length)]
      if (picked === undefined) throw new Error('nothing to pick among')
      return picked
    },
  }
}
