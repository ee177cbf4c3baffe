import { describe, expect, test } from 'vitest'
import { costFor } from './derive.ts'
import { afterWrong, noTries, secondsLeft, sinceSetBack, waitAfter } from './lock.ts'

describe('the cost of a derivation', () => {
  test('grows with the device, first in memory and then in passes, and never below the least', () => {
    expect(costFor(1000)).toEqual({ memory: 19_456, passes: 2 })
    expect(costFor(200)).toEqual({ memory: 38_912, passes: 2 })
    expect(costFor(20)).toEqual({ memory: 65_536, passes: 8 })
  })
})

describe('wrong tries', () => {
  test('a slip or two costs no time, later ones cost more and more', () => {
    const waits = Array.from({ length: 10 }, (_, at) => waitAfter(at + 1))
    expect(waits).toEqual([0, 0, 5, 15, 30, 60, 120, 300, 600, 600])
  })

  test('[S18] a clock that was set back makes nobody wait longer than the wait itself', () => {
    const tries = afterWrong({ wrong: 2, nextAt: 0 }, 1_000_000)
    expect(secondsLeft(tries, 1_000_000)).toBe(5)
    expect(secondsLeft(tries, 0)).toBe(5)
    expect(secondsLeft(tries, 1_004_500)).toBe(1)
    expect(secondsLeft(tries, 1_005_000)).toBe(0)
    expect(secondsLeft(noTries, 0)).toBe(0)
  })

  test('[S18] a clock that was years ahead and is set right: the wait begins anew and ends', () => {
    const ahead = afterWrong({ wrong: 2, nextAt: 0 }, 1_900_000_000_000)
    const set = sinceSetBack(ahead, 1_800_000_000_000)
    expect(secondsLeft(set, 1_800_000_000_000)).toBe(5)
    expect(secondsLeft(sinceSetBack(set, 1_800_000_003_000), 1_800_000_003_000)).toBe(2)
    expect(secondsLeft(set, 1_800_000_005_000)).toBe(0)
    expect(sinceSetBack(ahead, 1_900_000_001_000)).toBe(ahead)
  })
})
