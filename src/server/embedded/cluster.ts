import { randomBytes, randomUUID } from 'node:crypto'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { accept, refuse, refusalFrom, saidBy, type Outcome, type StartRefusal } from './outcome.ts'
import { runToEnd, type RunAs } from './run-as.ts'

/** The name of the database, and of the one user who owns it. */
export const databaseName = 'wuxin'

/** A database's files on disk, begun and of the right version, with the password of its user. */
export type Cluster = { readonly folder: string; readonly password: string }

/** Where in a place the database's files lie. */
export const clusterIn = (place: string): string => join(place, 'cluster')

/**
 * The database's files in this place, made at the first start: UTF-8, sorted by code point (the same on every
 * machine), checksums on, a random password which only the owner of the folder can read. Made beside and then
 * renamed, so that a first start cut short leaves nothing that looks like a database.
 */
export async function openCluster(
  place: string,
  binaries: Binaries,
  runAs: RunAs,
): Promise<Outcome<Cluster, StartRefusal>> {
  const folder = clusterIn(place)
  try {
    const made = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(absentAsNull)
    if (made === null) {
      const begun = await beginCluster(place, binaries, runAs)
      if (!begun.ok) return begun
    } else if (made.trim() !== binaries.version.split('.')[0]) {
      return refuse('folder-of-another-version', `${folder}: ${made.trim()}, not ${binaries.version}`)
    }
    return accept({ folder, password: await readPassword(folder) })
  } catch (fault) {
    return refusalFrom(saidBy(fault), 'folder-unwritable')
  }
}

export const readPassword = (cluster: string): Promise<string> => readFile(passwordIn(cluster), 'utf8')

const passwordIn = (cluster: string): string => join(cluster, 'wuxin.password')

async function beginCluster(
  place: string,
  binaries: Binaries,
  runAs: RunAs,
): Promise<Outcome<undefined, StartRefusal>> {
  const draft = `${clusterIn(place)}.begun`
  const password = join(place, `password.${randomUUID()}`)
  await rm(draft, { recursive: true, force: true })
  try {
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (runAs.who === 'database-user') await chown(password, runAs.uid, runAs.gid)
    const ended = await runToEnd(binaries.initdb, initWords(draft, password), runAs)
    if (ended.code !== 0) return refusalFrom(ended.said, 'postgres-does-not-start')
    await rename(password, passwordIn(draft))
    await rename(draft, clusterIn(place))
    return accept(undefined)
  } finally {
    await rm(password, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

const initWords = (cluster: string, password: string): string[] => [
  `--pgdata=${cluster}`,
  `--username=${databaseName}`,
  `--pwfile=${password}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

function absentAsNull(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null
  throw fault
}
