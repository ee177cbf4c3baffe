import { live } from '#sync/simulation/live.ts'
import { plants } from '#sync/simulation/plants/all.ts'
import { runSeeds, storyOf, type Totals } from '#sync/simulation/run.ts'
import { startPostgresLives } from './simulation/postgres-lives.ts'
import { noSabotage, type Sabotage } from '#sync/simulation/sabotage.ts'

const usage = 'npm run -s simulate -- --seeds 1000 [--from 1] [--plant NAME] [--postgres]'

type Asked = {
  readonly seeds: number
  readonly from: number
  readonly plant: () => Sabotage
  readonly onPostgres: boolean
}

/**
 * `simulate`: lives so many lives of the sync under seeded trouble. Ends with one line of JSON. Returns 0 when no
 * promise was broken, 1 when one was (with the shortest history found), 2 when it was asked for something it does not know.
 */
export async function simulate(
  args: readonly string[],
  outlet: Outlet = { print: console.log, complain: console.error },
): Promise<number> {
  const asked = readArgs(args)
  if (typeof asked === 'string') {
    outlet.complain(asked)
    return 2
  }
  return asked.onPostgres ? simulateOnPostgres(asked, outlet) : simulateInMemory(asked, outlet)
}

type Outlet = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

async function simulateInMemory({ from, seeds, plant }: Asked, { print }: Outlet): Promise<number> {
  const { totals, failing } = await runSeeds(from, seeds, life => live(life, plant))
  const [shortest] = failing.toSorted((one, other) => one.life.steps.length - other.life.steps.length)
  if (shortest !== undefined) for (const line of await storyOf(shortest, plant)) print(line)
  print(lineOf(totals))
  return shortest === undefined ? 0 : 1
}

/** Where a process is killed at a moment of its own, no life can be played again the same: its whole story is told. */
async function simulateOnPostgres({ from, seeds }: Asked, { print, complain }: Outlet): Promise<number> {
  const lives = await startPostgresLives(complain)
  try {
    const stories: (readonly string[])[] = []
    const { totals, failing } = await runSeeds(from, seeds, async life => {
      const lines: string[] = []
      const lived = await lives.live(life, line => lines.push(line))
      if (!lived.ok)
        stories.push([...lines, `[${lived.finding.rule}] (${lived.finding.harm}): ${lived.finding.words}`])
      return lived
    })
    for (const line of stories.toSorted((one, other) => one.length - other.length)[0] ?? []) print(line)
    print(lineOf(totals))
    return failing.length === 0 ? 0 : 1
  } finally {
    await lives.end()
  }
}

/** The last line of a run: exactly these figures. */
export const lineOf = ({ seeds, changes, lost, doubled, diverged, stuck }: Totals): string =>
  JSON.stringify({ seeds, changes, lost, doubled, diverged, stuck })

/** What was asked for; a sentence where it is not known here. */
function readArgs(args: readonly string[]): Asked | string {
  const asked = new Map<string, string>()
  const onPostgres = args.includes('--postgres')
  const pairs = args.filter(one => one !== '--postgres')
  for (let at = 0; at < pairs.length; at += 2) {
    const name = pairs[at] ?? ''
    const value = pairs[at + 1]
    if (!['--seeds', '--from', '--plant'].includes(name)) return `Not known here: ${name}\n${usage}`
    if (value === undefined) return `${name} needs something after it.\n${usage}`
    asked.set(name, value)
  }
  const seeds = numberFrom(asked.get('--seeds') ?? '1000')
  const from = numberFrom(asked.get('--from') ?? '1')
  if (seeds === null || seeds === 0)
    return `--seeds is a whole number from 1 to 1000000000, not ${asked.get('--seeds')}.`
  if (from === null) return `--from is a whole number from 0 to 1000000000, not ${asked.get('--from')}.`
  const name = asked.get('--plant')
  if (name === undefined) return { seeds, from, plant: () => noSabotage, onPostgres }
  if (onPostgres) return 'Planted bugs sit around the log in memory: --plant goes without --postgres.'
  const plant = plants.find(one => one.name === name)
  if (plant === undefined)
    return `No planted bug is called ${name}. There are:\n${plants.map(one => `  ${one.name}`).join('\n')}`
  return { seeds, from, plant: plant.sabotage, onPostgres }
}

const numberFrom = (text: string): number | null =>
  /^\d{1,9}$|^1000000000$/.test(text) ? Number(text) : null

if (import.meta.main) process.exitCode = await simulate(process.argv.slice(2))
