import { Logger, run, type TaskList } from 'graphile-worker'
import type { Context, Log } from '../http/context.ts'
import { forgetWhatIsOver } from './forget.ts'

/** What is done by the clock, until it is closed. */
export type Jobs = { readonly close: () => Promise<void> }

// Each night at 3:17 in Asia/Shanghai (the worker counts in UTC); a night that was slept through is made up for.
const times = '17 19 * * * forget ?fill=1d'

/**
 * Begins what is done by the clock, and does it once now. Times and runs are kept in the database, in a schema of the worker's own: however
 * many servers run, each job runs once.
 */
export async function startJobs(context: Context): Promise<Jobs> {
  const tasks: TaskList = { forget: () => forgetWhatIsOver(context) }
  const runner = await run({
    connectionString: context.databaseUrl,
    maxPoolSize: 2,
    concurrency: 1,
    taskList: tasks,
    crontab: times,
    noHandleSignals: true,
    logger: quietly(context.log),
  })
  // A house that was shut for long forgets as soon as it opens, and need not wait for the night.
  await runner.addJob('forget', {}, { jobKey: 'forget-at-start' })
  return { close: () => runner.stop() }
}

/** Only what somebody has to see to is said aloud. */
const quietly = (log: Log) =>
  new Logger(() => (level, message) => {
    if (level === 'error') log.error({ job: message })
    else if (level === 'warning') log.warn({ job: message })
    else log.debug({ job: message })
  })
