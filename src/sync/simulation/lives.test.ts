import { expect, test } from 'vitest'
import pinned from './pinned.json' with { type: 'json' }
import { lifeOf } from './life.ts'
import { live } from './live.ts'
import { runSeeds } from './run.ts'
import type { Life } from './step.ts'

const minutes = 60_000

test(
  '[S1] [S2] [S4] [S5] [S6] [S7] [S8] [S9] [S11] [S12] [S13] [S14] [S15] [S16] [S17] [S18] [S19] [S20] two thousand lives under seeded trouble: nothing lost, doubled, diverged or stuck',
  async () => {
    const { totals, failing } = await runSeeds(1, 2000, life => live(life))
    expect(failing.map(({ life, finding }) => ({ seed: life.seed, ...finding }))).toEqual([])
    expect(totals).toMatchObject({ seeds: 2000, lost: 0, doubled: 0, diverged: 0, stuck: 0 })
  },
  15 * minutes,
)

// They were written here by the simulator itself, in the shape of a life.
test.each(pinned as readonly { readonly rule: string; readonly found: string; readonly life: unknown }[])(
  '[S16] a life that broke $rule once is well: $found',
  async ({ life }) => {
    expect(await live(life as Life)).toMatchObject({ ok: true })
  },
)

test('the same seed lives the same life', async () => {
  const story = async () => {
    const lines: string[] = []
    await live(lifeOf(7), undefined, line => lines.push(line))
    return lines
  }
  expect(await story()).toEqual(await story())
})
