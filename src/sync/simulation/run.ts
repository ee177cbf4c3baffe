import type { Harm } from './finding.ts'
import { lifeOf } from './life.ts'
import { live, type Lived } from './live.ts'
import type { Sabotage } from './sabotage.ts'
import { shorten, type Failing } from './shorten.ts'
import type { Life } from './step.ts'

/** What a run of many seeds came to: the last line of the command. */
export type Totals = { readonly seeds: number; readonly changes: number } & Readonly<Record<Harm, number>>

/** Two runs as one. */
export const sumOf = (one: Totals, other: Totals): Totals => ({
  seeds: one.seeds + other.seeds,
  changes: one.changes + other.changes,
  lost: one.lost + other.lost,
  doubled: one.doubled + other.doubled,
  diverged: one.diverged + other.diverged,
  stuck: one.stuck + other.stuck,
})

export type Ran = { readonly totals: Totals; readonly failing: readonly Failing[] }

/** Lives so many lives, one seed after the other; a life that breaks a promise is counted by how. */
export async function runSeeds(
  from: number,
  seeds: number,
  liveOne: (life: Life) => Promise<Lived>,
): Promise<Ran> {
  const counted = { lost: 0, doubled: 0, diverged: 0, stuck: 0 }
  const failing: Failing[] = []
  let changes = 0
  for (let seed = from; seed < from + seeds; seed++) {
    const life = lifeOf(seed)
    const lived = await liveOne(life)
    if (lived.ok) changes += lived.changes
    else {
      counted[lived.finding.harm] += 1
      failing.push({ life, finding: lived.finding })
    }
  }
  return { totals: { seeds, changes, ...counted }, failing }
}

/** The first seed that breaks a promise, of so many; null where none does. */
export async function firstFailing(
  from: number,
  seeds: number,
  plant: () => Sabotage,
): Promise<number | null> {
  for (let seed = from; seed < from + seeds; seed++) {
    const lived = await live(lifeOf(seed), plant)
    if (!lived.ok) return seed
  }
  return null
}

/** The shortest history found of a failing life, as lines that can be read. */
export async function storyOf(
  failing: Failing,
  plant: () => Sabotage,
  tries = 600,
): Promise<readonly string[]> {
  const fails = async (life: Life) => {
    const lived = await live(life, plant)
    return lived.ok ? null : lived.finding
  }
  const { life, finding } = await shorten(failing, fails, tries)
  const lines: string[] = []
  await live(life, plant, line => lines.push(line))
  const { harm, rule, words } = finding
  return [
    `Seed ${life.seed} breaks [${rule}] (${harm}): ${words}.`,
    `The shortest history found, ${life.steps.length} steps:`,
    ...lines.map((line, at) => `${String(at + 1).padStart(3)}  ${line}`),
  ]
}
