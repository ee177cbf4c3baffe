import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { live } from '#sync/simulation/live.ts'
import { lifeOf } from '#sync/simulation/life.ts'
import { storyOf, sumOf, runSeeds, type Ran, type Totals } from '#sync/simulation/run.ts'
import { noSabotage } from '#sync/simulation/sabotage.ts'
import { startPostgresLives } from './simulation/postgres-lives.ts'
import { lineOf } from './simulate.ts'

const usage = 'npm run -s soak -- [--seeds 100000] [--hours 1] [--from 1]'
const root = join(import.meta.dirname, '../..')

/**
 * `soak`: so many lives against the log in memory, then so many hours of lives against PostgreSQL, its server and itself
 * killed at random moments. Writes what it did to `bench/results`. Returns 0, 1 when a promise was broken, 2 when it was
 * asked for something it does not know.
 */
async function soak(args: readonly string[]): Promise<number> {
  const asked = readArgs(args)
  if (asked === null) {
    console.error(usage)
    return 2
  }
  const log = openLog()
  const fast = await soakFast(asked.from, asked.seeds, log)
  const full = await soakPostgres(asked.from, asked.hours, log)
  return fast && full ? 0 : 1
}

type Log = (line: string) => void

const inOneGo = 1_000

async function soakFast(from: number, seeds: number, log: Log): Promise<boolean> {
  if (seeds === 0) return true
  const began = Date.now()
  let ran: Ran = { totals: noTotals, failing: [] }
  for (let seed = from; seed < from + seeds; seed += inOneGo) {
    const next = await runSeeds(seed, Math.min(inOneGo, from + seeds - seed), life => live(life))
    ran = { totals: sumOf(ran.totals, next.totals), failing: [...ran.failing, ...next.failing] }
    if (((seed - from) / inOneGo) % 10 === 9)
      console.log(`${ran.totals.seeds} lives in memory, ${minutesSince(began)} min`)
  }
  log(`\n## In memory: ${ran.totals.seeds} lives in ${minutesSince(began)} minutes\n`)
  log(`\`${lineOf(ran.totals)}\`\n`)
  nameFailing(ran, log)
  await logFailing(ran, log)
  return ran.failing.length === 0
}

async function soakPostgres(from: number, hours: number, log: Log): Promise<boolean> {
  if (hours === 0) return true
  const began = Date.now()
  const lives = await startPostgresLives(() => undefined)
  let ran: Ran = { totals: noTotals, failing: [] }
  try {
    for (let seed = from; Date.now() - began < hours * 3_600_000; seed++) {
      const next = await runSeeds(seed, 1, life => lives.live(life))
      ran = { totals: sumOf(ran.totals, next.totals), failing: [...ran.failing, ...next.failing] }
      for (const { finding } of next.failing)
        console.log(`seed ${seed}: [${finding.rule}] ${finding.harm}: ${finding.words}`)
      if (ran.totals.seeds % 25 === 0)
        console.log(`${ran.totals.seeds} lives on PostgreSQL, ${minutesSince(began)} min`)
    }
  } finally {
    await lives.end()
  }
  const { server, postgres } = lives.kills()
  log(`\n## On PostgreSQL: ${ran.totals.seeds} lives in ${minutesSince(began)} minutes\n`)
  log(`The server's process was killed (-9) ${server} times, PostgreSQL ${postgres} times.\n`)
  log(`\`${lineOf(ran.totals)}\`\n`)
  nameFailing(ran, log)
  return ran.failing.length === 0
}

function nameFailing({ failing }: Ran, log: Log): void {
  for (const { life, finding } of failing)
    log(`- seed ${life.seed} broke [${finding.rule}] (${finding.harm}): ${finding.words}`)
}

async function logFailing({ failing }: Ran, log: Log): Promise<void> {
  for (const one of failing.slice(0, 5))
    log((await storyOf(one, () => noSabotage)).map(line => `    ${line}`).join('\n'))
}

const noTotals: Totals = { seeds: 0, changes: 0, lost: 0, doubled: 0, diverged: 0, stuck: 0 }

/** The file of this run, begun with when, what and on which machine. */
function openLog(): Log {
  const commit = git('rev-parse', '--short', 'HEAD')
  const day = new Date().toISOString().slice(0, 10)
  const folder = join(root, 'bench/results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `soak-${day}-${commit}.md`)
  const log: Log = line => {
    console.log(line)
    appendFileSync(file, `${line}\n`)
  }
  const [cpu] = cpus()
  log(`# Soak of the sync, ${new Date().toISOString()}\n`)
  log(
    `- commit ${commit}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', with changes not committed'}`,
  )
  log(`- command \`npm run soak -- ${process.argv.slice(2).join(' ')}\``)
  log(
    `- ${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
  )
  log(`- lives ${lifeOf(1).seed} and on, each of 40 to 130 steps; what they cover: docs/decisions/0015`)
  return log
}

const git = (...words: readonly string[]): string => {
  try {
    return execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

const minutesSince = (began: number): string => ((Date.now() - began) / 60_000).toFixed(1)

function readArgs(
  args: readonly string[],
): { readonly seeds: number; readonly hours: number; readonly from: number } | null {
  const asked = { seeds: 100_000, hours: 1, from: 1 }
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '')
    const value = Number(args[at + 1])
    if (!(name === 'seeds' || name === 'hours' || name === 'from') || !(value >= 0)) return null
    asked[name] = value
  }
  return Number.isInteger(asked.seeds) && Number.isInteger(asked.from) ? asked : null
}

if (import.meta.main) process.exitCode = await soak(process.argv.slice(2))
