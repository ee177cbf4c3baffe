import { spawn, type ChildProcess } from 'node:child_process'
import { chown, open, rename, stat } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { accept, refusalFrom, type Outcome, type Refusal, type StartRefusal } from './outcome.ts'
import { findPostmaster } from './postmaster.ts'
import { asOptions, plainEnvironment, type RunAs } from './run-as.ts'

/** All that is needed to start the server of one cluster, and to start it again should it fall. */
export type Launch = {
  readonly cluster: string
  readonly place: string
  readonly binaries: Binaries
  readonly runAs: RunAs
  /** The port on 127.0.0.1, or `free` for any. */
  readonly port: number | 'free'
  readonly settings: Readonly<Record<string, string>>
  readonly log: (line: string) => void
}

/** A server that takes connections. */
export type ServerProcess = { readonly pid: number; readonly port: number; readonly child: ChildProcess }

/** Starts the server and waits until it takes connections, however long it has to repair itself first. */
export async function launchServer(launch: Launch): Promise<Outcome<ServerProcess, StartRefusal>> {
  for (let tries = 1; ; tries++) {
    const port = launch.port === 'free' ? await findFreePort() : launch.port
    const launched = await launchOnPort(launch, port)
    if (launched.ok || tries === 50 || !mayPass(launched, launch.port)) return launched
    await wait(200)
  }
}

/** A free port lost to another program just before, or the last work of a server that was killed: both pass. */
const mayPass = (refusal: Refusal<StartRefusal>, port: Launch['port']): boolean =>
  (refusal.because === 'port-taken' && port === 'free') ||
  /pre-existing shared memory block/.test(refusal.told)

async function launchOnPort(launch: Launch, port: number): Promise<Outcome<ServerProcess, StartRefusal>> {
  const file = await openLog(launch)
  try {
    const before = (await file.stat()).size
    const child = spawn(launch.binaries.postgres, serverWords(launch, port), {
      ...asOptions(launch.runAs),
      // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop it in good order.
      detached: true,
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', file.fd, file.fd],
    })
    const ended = new Promise<string>(resolve => {
      child.on('error', fault => resolve(fault.message))
      child.on('exit', (code, signal) => resolve(`ended with ${signal ?? code}`))
    })
    if (await becomesReady(child, ended, launch)) return accept({ pid: child.pid ?? 0, port, child })
    const said = await readFrom(join(launch.place, logName), before)
    return refusalFrom(`${said}${await ended}`, 'postgres-does-not-start')
  } finally {
    await file.close()
  }
}

async function becomesReady(child: ChildProcess, ended: Promise<string>, launch: Launch): Promise<boolean> {
  let over = false
  void ended.then(() => (over = true))
  for (let round = 1; ; round++) {
    // Looked at until it is ready or has ended; either comes by itself.
    const found = await findPostmaster(launch.cluster)
    if (found?.ready && found.pid === child.pid) return true
    if (over) return false
    if (round % 250 === 0) launch.log('PostgreSQL is still repairing itself after its last end')
    await wait(20)
  }
}

/**
 * Loopback only, no socket files; durability settings stay PostgreSQL's own (fsync and synchronous commit on).
 * Its log never quotes statements or rows, which hold what families said.
 */
function serverWords(launch: Launch, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: 'wuxin',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    jit: 'off',
    ...launch.settings,
  }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', launch.cluster, '-p', String(port), ...words]
}

const logName = 'postgres.log'
const logLimit = 5_000_000

/** The server's log is a file, so that it goes on when we are killed; one older file is kept. */
async function openLog({ place, runAs }: Launch) {
  const name = join(place, logName)
  const size = (await stat(name).catch(() => null))?.size ?? 0
  if (size > logLimit) await rename(name, `${name}.1`)
  const file = await open(name, 'a', 0o600)
  if (runAs.who === 'database-user') await chown(name, runAs.uid, runAs.gid)
  return file
}

async function readFrom(name: string, start: number): Promise<string> {
  const file = await open(name)
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(20_000), position: start })
  await file.close()
  return buffer.toString('utf8', 0, bytesRead)
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
