const first = 2_000
const longest = 300_000

/**
 * How long to wait after so many failures in a row, in milliseconds: doubling from two seconds to five minutes, and
 * anywhere in the upper half of that, so that the phones of a village do not all call at once. `random` in 0…1.
 */
export function backoff(failures: number, random: number): number {
  const whole = Math.min(longest, first * 2 ** Math.max(0, failures - 1))
  return Math.round(whole / 2 + (whole / 2) * random)
}
