import { describe, expect, test } from 'vitest'
import { firstFailing } from '../run.ts'
import { plants } from './all.ts'

const minutes = 60_000

describe('the simulator proves itself: every planted bug is found', () => {
  for (const { name, breaks, rule, within, sabotage } of plants)
    test(
      `[${rule}] ${name}: ${breaks}`,
      async () => {
        expect(await firstFailing(1, within, sabotage)).not.toBe(null)
      },
      2 * minutes,
    )

  test('there are more than twenty-two of them, each with a name of its own', () => {
    expect(new Set(plants.map(({ name }) => name)).size).toBe(plants.length)
    expect(plants.length).toBeGreaterThan(22)
  })
})
