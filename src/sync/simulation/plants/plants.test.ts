import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { firstFailing } from '../run.ts'
import { plants } from './all.ts'
import { rowsIn, saysSo } from './table.ts'

const minutes = 60_000

describe('the simulator proves itself: every planted bug is found', () => {
  for (const { name, breaks, rule, within, sabotage } of plants)
    test(
      `[${rule}] ${name}: ${breaks}`,
      async () => {
        expect(await firstFailing(1, within, sabotage)).not.toBe(null)
      },
      3 * minutes,
    )

  test('the table of planted bugs says what is planted, and within how many lives each was found', () => {
    const rows = rowsIn(
      readFileSync(join(import.meta.dirname, '../../../../docs/rules/planted-bugs.md'), 'utf8'),
    )
    expect(plants.filter(plant => !saysSo(rows.get(plant.name), plant)).map(({ name }) => name)).toEqual([])
    expect([...rows.keys()].toSorted()).toEqual(plants.map(({ name }) => name).toSorted())
    expect(plants.length).toBeGreaterThan(22)
  })
})
