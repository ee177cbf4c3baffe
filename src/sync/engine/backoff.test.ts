import { describe, expect, test } from 'vitest'
import { backoff } from './backoff.ts'

describe('the time until the next try', () => {
  test('[S16] doubles from two seconds to five minutes and never ends', () => {
    expect([1, 2, 3, 8, 9, 500].map(failures => backoff(failures, 1))).toEqual([
      2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
    ])
  })

  test('is spread over the upper half, so that not all phones call at once', () => {
    expect(backoff(1, 0)).toBe(1_000)
    expect(backoff(9, 0)).toBe(150_000)
  })
})
