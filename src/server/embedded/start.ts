import { realpath } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Client } from 'pg'
import { prepareBinaries } from './binaries.ts'
import { clusterIn, databaseName, openCluster, readPassword } from './cluster.ts'
import { keepUp } from './keep-up.ts'
import { lockFolder, type FolderLock } from './lock.ts'
import { accept, refusalFrom, refuse, saidBy, type Outcome, type StartRefusal } from './outcome.ts'
import { makePlace, rootsOwnPlace } from './place.ts'
import { findPostmaster, stopOrphan } from './postmaster.ts'
import { findRunAs, type RunAs } from './run-as.ts'
import { launchServer } from './server-process.ts'

export type StartPostgres = {
  /** The data folder, e.g. `.wuxin/pg`; made where it is not. */
  readonly folder: string
  /** Where one-line messages for the log go. */
  readonly log: (line: string) => void
  /** A port to insist on; without it any free one on 127.0.0.1. */
  readonly port?: number
  /** PostgreSQL settings of the caller; tests give up durability with them, the product never does. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A PostgreSQL that is ours until it is stopped. Should it fall, it is started again on the same port. */
export type RunningPostgres = {
  /** Address with user and password, on 127.0.0.1. */
  readonly url: string
  readonly port: number
  /** E.g. `18.4`. */
  readonly version: string
  /** Where the data really lies (a folder below `/var/lib/wuxin` where root's database user cannot reach the asked one). */
  readonly folder: string
  /** Whether an earlier start had left its server behind, which was stopped first. */
  readonly orphanStopped: boolean
  /** Leaves the address that a second start on this folder is to name. */
  tellAddress(address: string): Promise<void>
  /** Stops the server in good order and gives the folder free. */
  stop(): Promise<void>
}

/**
 * Starts the shipped PostgreSQL on a data folder and takes the folder for this process alone. Refuses with
 * `already-running` (told: the other's address) where another living Wuxin has it, and with the other words of
 * `StartRefusal` for what the machine does not allow. A server left by a start that was killed is stopped first.
 */
export async function startPostgres(wanted: StartPostgres): Promise<Outcome<RunningPostgres, StartRefusal>> {
  const folder = resolve(wanted.folder)
  const runAs = await findRunAs(clusterIn(folder))
  if (!runAs.ok) return runAs
  const place = await makePlace({ folder, runAs: runAs.value })
  if (!place.ok) return place
  if (place.value.laidElsewhere)
    wanted.log(
      `PostgreSQL's own user may not enter ${folder}: the data is in ${place.value.folder}, linked from there`,
    )
  const lock = await lockFolder(place.value.folder)
  if (!lock.ok) return lock
  try {
    const running = await startIn(place.value.folder, { ...wanted, runAs: runAs.value, lock: lock.value })
    if (!running.ok) await lock.value.release()
    return running
  } catch (fault) {
    await lock.value.release()
    throw fault
  }
}

/** The PostgreSQL that a living Wuxin runs on this data folder, for a command that works beside it. */
export async function findRunningPostgres(
  folder: string,
): Promise<Outcome<{ readonly url: string }, 'not-running'>> {
  try {
    const cluster = await realpath(clusterIn(resolve(folder)))
    const found = await findPostmaster(cluster)
    if (!found?.ready) return refuse('not-running', cluster)
    return accept({ url: addressOf(found.port, await readPassword(cluster)) })
  } catch (fault) {
    return refuse('not-running', saidBy(fault))
  }
}

type Held = StartPostgres & { readonly runAs: RunAs; readonly lock: FolderLock }

async function startIn(place: string, held: Held): Promise<Outcome<RunningPostgres, StartRefusal>> {
  const { runAs, lock, log } = held
  const cachePlaces = runAs.who === 'ourselves' ? [place] : [rootsOwnPlace, place]
  const binaries = await prepareBinaries({ runAs, cachePlaces })
  if (!binaries.ok) return binaries
  const orphan = await stopOrphan(clusterIn(place), binaries.value.pgCtl)
  if (!orphan.ok) return orphan
  const cluster = await openCluster(place, binaries.value, runAs)
  if (!cluster.ok) return cluster
  const launch = {
    cluster: cluster.value.folder,
    place,
    binaries: binaries.value,
    runAs,
    port: held.port ?? 'free',
    settings: held.settings ?? {},
    log,
  } as const
  const server = await launchServer(launch)
  if (!server.ok) return server
  const kept = keepUp(launch, server.value)
  const url = addressOf(server.value.port, cluster.value.password)
  const database = await makeDatabase(url)
  if (!database.ok) {
    await kept.stop()
    return database
  }
  return accept({
    url,
    port: server.value.port,
    version: binaries.value.version,
    folder: place,
    orphanStopped: orphan.value === 'stopped',
    tellAddress: lock.tellAddress,
    async stop() {
      await kept.stop()
      await lock.release()
    },
  })
}

const addressOf = (port: number, password: string): string =>
  `postgres://${databaseName}:${password}@127.0.0.1:${port}/${databaseName}`

/** Makes the database itself in a cluster just begun; an old one has it already. */
async function makeDatabase(url: string): Promise<Outcome<undefined, StartRefusal>> {
  const client = new Client({ connectionString: url.replace(/[^/]+$/, 'postgres') })
  try {
    await client.connect()
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
    return accept(undefined)
  } catch (fault) {
    return refusalFrom(saidBy(fault), 'postgres-does-not-start')
  } finally {
    await client.end().catch(() => undefined)
  }
}
