import { join } from 'node:path'
import pino from 'pino'
import { instantOf } from '#domain/base/days.ts'
import type { Clock, Log } from '#server/http/context.ts'
import { startJobs, type Jobs } from '#server/jobs/jobs.ts'
import { startServer, type RunningServer } from '#server/main.ts'
import { fillWhenEmpty } from './fill-when-empty.ts'
import { holdDatabase, refusalOfFault, type HeldDatabase } from './open-database.ts'
import { readSettings, type Settings } from './settings.ts'
import { greeting } from './serve-greeting.ts'
import { sentences, usage, type NotStarted } from './start-words.ts'
import { languagesOf, sayIn, type Said } from './terminal.ts'

/** Where the built app lies. */
const appFolder = join(import.meta.dirname, '../../dist/app')

/** What the command needs of the world; a test gives its own. */
export type ServeParts = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
  readonly clock: Clock
  /** Resolves when the server is to stop. */
  readonly untilStopped: () => Promise<unknown>
}

/**
 * `serve [--port N] [--host ADDRESS] [--data FOLDER] [--database URL] [--no-demo]`: opens the database, fills an empty
 * one with the demo campaign, and serves until it is asked to stop. Ends with 0 when stopped, 1 when it cannot start
 * (the reason in a sentence), 2 when asked wrongly, 3 when it is running already.
 */
export async function serve(args: readonly string[], given: Partial<ServeParts> = {}): Promise<number> {
  const parts = { ...worldParts(), ...given }
  const say = (said: Said) => sayIn(languagesOf(parts.environment), said)
  const settings = readSettings(args, parts.environment)
  if (settings === null) {
    parts.complain(say(usage))
    return 2
  }
  const log = pino(
    { level: parts.environment['LOG_LEVEL'] ?? 'warn' },
    pino.destination({ dest: 2, sync: true }),
  )
  // From here on: a Ctrl-C while starting is obeyed once all that was begun can be ended in order.
  const stopped = parts.untilStopped()
  const running = await start(settings, parts, log)
  if (!running.ok) {
    parts.complain(say(sentences[running.because]({ told: running.told, settings })))
    return running.because === 'already-running' ? 3 : 1
  }
  parts.print(say(await greeting(running.server)))
  await stopped
  await running.jobs.close()
  await running.server.close()
  await running.database.letGo()
  return 0
}

type Start =
  | {
      readonly ok: true
      readonly server: RunningServer
      readonly jobs: Jobs
      readonly database: HeldDatabase
    }
  | { readonly ok: false; readonly because: NotStarted; readonly told: string }

async function start(settings: Settings, { clock }: ServeParts, log: Log): Promise<Start> {
  const database = await holdDatabase(settings, line => log.info(line))
  if (!database.ok) return database
  const { url, tellAddress, letGo } = database.value
  try {
    if (settings.isDemoWanted) await fillWhenEmpty(url, clock())
    const { port, host } = settings
    const server = await startServer({ databaseUrl: url, port, host, clock, appFolder, log })
    if (!server.ok) {
      await letGo()
      return server
    }
    await tellAddress(server.value.address)
    const jobs = await startJobs(server.value.context)
    return { ok: true, server: server.value, jobs, database: database.value }
  } catch (fault) {
    await letGo()
    return refusalOfFault(fault)
  }
}

const worldParts = (): ServeParts => ({
  environment: process.env,
  print: line => console.log(line),
  complain: line => console.error(line),
  clock: () => instantOf(Date.now()),
  untilStopped: untilSignal,
})

/** Asked to stop by Ctrl-C or by whoever runs us; a second time ends at once, should the first hang. */
const untilSignal = (): Promise<void> =>
  new Promise(resolve => {
    let isAsked = false
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isAsked) process.exit(1)
        isAsked = true
        resolve()
      })
  })
