/** A figure rounded to so many digits behind the point. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** The value below which so many in a hundred lie; of none, zero. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const at = Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)
  return sorted[Math.max(0, at)] ?? 0
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** Median and p95 of milliseconds, as they are reported. */
export const spread = (milliseconds: readonly number[]) => ({
  p50: round(median(milliseconds), 1),
  p95: round(percentile(milliseconds, 95), 1),
})
