import type { Finding } from './finding.ts'
import { minutesAStep, type Life, type Step } from './step.ts'

/** Plays a life and says what is wrong with it; null where nothing is. */
export type Fails = (life: Life) => Promise<Finding | null>

/** A life that breaks a promise, and how. */
export type Failing = { readonly life: Life; readonly finding: Finding }

/**
 * The shortest life found that breaks the same rule: steps are left out, many at once and then one by one, then what is
 * left is made plainer, as long as it still breaks. `tries` bounds how often it is played.
 */
export async function shorten(failing: Failing, fails: Fails, tries: number): Promise<Failing> {
  let left = tries
  let best = failing
  const attempt = async (life: Life): Promise<boolean> => {
    if (left <= 0) return false
    left -= 1
    const finding = await fails(life)
    if (finding === null || finding.rule !== failing.finding.rule) return false
    best = { life, finding }
    return true
  }
  for (let chunk = Math.ceil(best.life.steps.length / 2); chunk >= 1; chunk = Math.floor(chunk / 2)) {
    let at = 0
    while (at < best.life.steps.length) {
      const { life } = best
      const without = { ...life, steps: life.steps.toSpliced(at, chunk) }
      // Days may matter: then only time passes in their place.
      const passing = {
        ...life,
        steps: life.steps.toSpliced(at, chunk, timeOf(life.steps.slice(at, at + chunk))),
      }
      if (await attempt(without)) continue
      if (!isTime(life.steps.slice(at, at + chunk))) await attempt(passing)
      at = best.life === passing ? at + 1 : at + chunk
    }
  }
  for (let at = best.life.steps.length - 2; at >= 0; at--) {
    const pair = best.life.steps.slice(at, at + 2)
    if (pair.length === 2 && pair.every(({ is }) => is === 'time'))
      await attempt({ ...best.life, steps: best.life.steps.toSpliced(at, 2, timeOf(pair)) })
  }
  for (const life of plainerLives(best.life)) await attempt(life)
  for (let at = 0; at < best.life.steps.length; at++)
    for (const step of plainer(best.life.steps[at]))
      await attempt({ ...best.life, steps: best.life.steps.with(at, step) })
  return best
}

/** As much time as these steps take. */
const timeOf = (steps: readonly Step[]): Step => ({
  is: 'time',
  minutes: steps.reduce(
    (sum, step) => sum + minutesAStep + (step.is === 'time' ? step.minutes : 0),
    -minutesAStep,
  ),
})

const isTime = (steps: readonly Step[]): boolean => steps.length === 1 && steps[0]?.is === 'time'

/** The same with fewer devices, or with one tab. */
const plainerLives = (life: Life): readonly Life[] => [
  { ...life, tabs: 1 },
  ...life.devices
    .map(without => ({ ...life, devices: life.devices.filter(at => at !== without) }))
    .filter(({ devices }) => devices.length > 0),
]

function plainer(step: Step | undefined): readonly Step[] {
  if (step === undefined) return []
  const plain: Step[] = []
  if ('fates' in step && step.fates.length > 0) plain.push({ ...step, fates: [] })
  if (step.is === 'write' && step.pair) plain.push({ ...step, pair: false })
  if (step.is === 'sync' && step.weathers.some(weather => weather !== 'fine'))
    plain.push({ ...step, weathers: ['fine'] })
  if (step.is === 'sync' && step.weathers.length > 1)
    plain.push({ ...step, weathers: step.weathers.slice(0, 1) })
  return plain
}
