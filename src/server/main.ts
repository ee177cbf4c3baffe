import { openActors } from './accounts/actor.ts'
import { openAuth } from './accounts/auth.ts'
import { openDatabase } from './db/database.ts'
import { buildApp } from './http/app.ts'
import type { App, Clock, Context, Log } from './http/context.ts'

export type StartServer = {
  readonly databaseUrl: string
  /** The port to listen on; 0 for any free one. */
  readonly port: number
  /** The address to listen on; `::` is every address of this machine, of either kind. */
  readonly host: string
  readonly clock: Clock
  /** Where the built app lies, e.g. `dist/app`. */
  readonly appFolder: string
  readonly log: Log
}

/** A server that serves until it is closed. */
export type RunningServer = {
  /** Where a browser on this machine finds it, e.g. `http://localhost:8080`. */
  readonly address: string
  readonly port: number
  readonly context: Context
  /** Lets the requests under way end, takes no new ones, and gives the database free. */
  close(): Promise<void>
}

export type ServeRefusal =
  /** Another program listens on this port. */
  | 'port-taken'
  /** This port or address is not ours to listen on (below 1024 without the right to, or no address of this machine). */
  | 'port-not-allowed'
  /** The database holds no campaign yet. */
  | 'no-campaign'

export type Started =
  | { readonly ok: true; readonly value: RunningServer }
  | { readonly ok: false; readonly because: ServeRefusal; readonly told: string }

/** Starts the web server on a migrated database that holds a campaign. */
export async function startServer(wanted: StartServer): Promise<Started> {
  const database = openDatabase(wanted.databaseUrl, fault =>
    wanted.log.warn({ fault: fault.message }, 'a connection to the database was lost'),
  )
  const host = await database.db.selectFrom('host').select('secret').executeTakeFirst()
  if (host === undefined) {
    await database.close()
    return { ok: false, because: 'no-campaign', told: '' }
  }
  const auth = openAuth(database.pool, host.secret)
  const { db, pool } = database
  const { clock, log, databaseUrl } = wanted
  const context: Context = { db, pool, databaseUrl, clock, auth, log, actorOf: openActors({ db, auth }) }
  const app = await buildApp(context, wanted.appFolder)
  const close = async () => {
    await app.close()
    await database.close()
  }
  try {
    const port = await listen(app, wanted)
    return { ok: true, value: { address: addressOf(wanted.host, port), port, context, close } }
  } catch (fault) {
    await close()
    return refusedToListen(fault)
  }
}

async function listen(app: App, { port, host }: StartServer): Promise<number> {
  await listenOn(app, port, host)
  const bound = app.server.address()
  return typeof bound === 'object' && bound !== null ? bound.port : port
}

/** `::` takes IPv4 along; a machine without IPv6 is asked for IPv4 alone. */
async function listenOn(app: App, port: number, host: string): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (fault) {
    if (host !== '::' || codeOf(fault) !== 'EAFNOSUPPORT') throw fault
    await app.listen({ port, host: '0.0.0.0' })
  }
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : ''

function refusedToListen(fault: unknown): Started {
  const code = codeOf(fault)
  if (code === 'EADDRINUSE') return { ok: false, because: 'port-taken', told: code }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return { ok: false, because: 'port-not-allowed', told: code }
  throw fault
}

function addressOf(host: string, port: number): string {
  const everywhere = host === '::' || host === '0.0.0.0'
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${everywhere ? 'localhost' : name}:${port}`
}
