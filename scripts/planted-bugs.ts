/*
 * Plants every bug, notes which life found it first, and writes docs/rules/planted-bugs.md. Ends with 1 where one is
 * not found within its bound.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plants } from '../src/sync/simulation/plants/all.ts'
import { pageOf, type Caught } from '../src/sync/simulation/plants/table.ts'
import { firstFailing } from '../src/sync/simulation/run.ts'

const caught: Caught[] = []
for (const plant of plants) {
  const seeds = await firstFailing(1, plant.within, plant.sabotage)
  if (seeds === null) {
    console.error(`${plant.name} was not found within ${plant.within} lives.`)
    process.exitCode = 1
  } else caught.push({ plant, seeds })
}
writeFileSync(join(import.meta.dirname, '../docs/rules/planted-bugs.md'), pageOf(caught))
