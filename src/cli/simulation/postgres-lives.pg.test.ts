import { afterAll, beforeAll, expect, test } from 'vitest'
import { lifeOf } from '#sync/simulation/life.ts'
import { live } from '#sync/simulation/live.ts'
import { runSeeds } from '#sync/simulation/run.ts'
import { startPostgresLives, type PostgresLives } from './postgres-lives.ts'

let lives: PostgresLives
beforeAll(async () => {
  lives = await startPostgresLives(() => undefined)
}, 120_000)
afterAll(() => lives.end(), 60_000)

test('[S1] [S2] [S9] [S16] lives on PostgreSQL, its server and itself killed (-9) at moments of their own: nothing lost, doubled, diverged or stuck', async () => {
  const { failing } = await runSeeds(400_000, 6, life => lives.live(life))
  expect(failing.map(({ life, finding }) => ({ seed: life.seed, ...finding }))).toEqual([])
}, 300_000)

test('a life on PostgreSQL ends with as many changes as the same life in memory', async () => {
  // Without deaths, nothing in it depends on real timing.
  const life = {
    ...lifeOf(3),
    steps: lifeOf(3).steps.filter(step => step.is === 'write' || step.is === 'together'),
  }
  expect(await lives.live(life)).toEqual(await live(life))
}, 120_000)
