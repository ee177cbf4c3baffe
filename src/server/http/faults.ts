import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { App, Context } from './context.ts'
import { answerRefused, type HttpRefusal } from './refusals.ts'

/** Turns whatever a request threw into a refusal with a clear sentence; a fault of ours is logged, never shown. */
export function answerFaults(app: App, { pool, log }: Pick<Context, 'pool' | 'log'>): void {
  app.setErrorHandler(async (fault: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const because = knownFaults[fault.code] ?? clientFault(fault) ?? (await whyFailed(fault, pool))
    if (because === 'fault')
      log.error({ ...presentFault(fault), route: request.routeOptions.url }, 'a request met a fault')
    return answerRefused(reply, because)
  })
}

/** A fault as the log may have it: PostgreSQL quotes values in what it says, and a value may be somebody's. */
const presentFault = (fault: Error) => ({
  name: fault.name,
  code: 'code' in fault ? fault.code : undefined,
  constraint: 'constraint' in fault ? fault.constraint : undefined,
  message: 'severity' in fault ? undefined : fault.message,
  at: fault.stack?.split('\n').filter(line => /^\s+at /.test(line)),
})

const knownFaults: Readonly<Record<string, HttpRefusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unreadable-encoding',
  FST_CP_ERR_INVALID_CONTENT_ENCODING: 'unreadable-encoding',
}

/** What the web server itself found wrong with a request; a path it will not open is as good as not there. */
function clientFault({ statusCode = 500 }: FastifyError): HttpRefusal | null {
  if (statusCode === 403 || statusCode === 404) return 'not-found'
  if (statusCode === 429) return 'too-many-tries'
  return statusCode >= 400 && statusCode < 500 ? 'broken-request' : null
}

/** A fault while the database is away is the database's, however it was dressed on its way here. */
async function whyFailed(fault: unknown, pool: Context['pool']): Promise<HttpRefusal> {
  if (isDiskFull(fault)) return 'disk-full'
  if (isDatabaseAway(fault)) return 'database-away'
  return (await answers(pool)) ? 'fault' : 'database-away'
}

const answers = (pool: Context['pool']): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  )

// Class 08: connection faults; 57P0x: shut down, crashed, starting; 53300: no connection left.
const awayCodes = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH)$/
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** Whether a fault means that the database could not be reached, itself or in what caused it. */
export const isDatabaseAway = (fault: unknown): boolean =>
  causesOf(fault).some(one => awayCodes.test(codeOf(one)) || awayWords.test(one.message))

/** Whether a fault means that there is no space left to write to. */
export const isDiskFull = (fault: unknown): boolean =>
  causesOf(fault).some(one => ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(one)))

const codeOf = (fault: Error): string => ('code' in fault ? String(fault.code) : '')

/** A fault with all that it came from. */
function causesOf(fault: unknown): readonly Error[] {
  if (!(fault instanceof Error)) return []
  const several: readonly unknown[] = fault instanceof AggregateError ? fault.errors : []
  return [fault, ...[fault.cause, ...several].flatMap(causesOf)]
}
