import { randomUUID } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readlink, realpath, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { makeFolder } from './make-folder.ts'
import { accept, refuse, refusalFrom, saidBy, type Outcome, type StartRefusal } from './outcome.ts'
import { runToEnd, type RunAs } from './run-as.ts'

/** Where the files of a database really are, and whether they were laid elsewhere just now. */
export type Place = { readonly folder: string; readonly laidElsewhere: boolean }

/** Where root keeps what the database's own user must reach, when that is not beside the data. */
export const rootsOwnPlace = '/var/lib/wuxin'

/**
 * Makes the folder of a database, owned by who runs it and closed to everyone else (mode 700). Where that user
 * may not enter the folders above (a clone below /root), a folder below `elsewhere` is made instead and the
 * asked one becomes a link to it, so that the same path finds the same data next time.
 */
export async function makePlace(wanted: {
  readonly folder: string
  readonly runAs: RunAs
  readonly elsewhere?: string
}): Promise<Outcome<Place, StartRefusal>> {
  const asked = resolve(wanted.folder)
  try {
    const lost = await lostLink(asked)
    if (lost) return refuse('folder-unwritable', `${asked} is a link to ${lost}, which is not there`)
    await makeFolder(dirname(asked))
    if (await mayEnter(dirname(asked), wanted.runAs)) return accept(await makeHere(asked, wanted.runAs))
    return accept(await makeElsewhere(asked, wanted.runAs, wanted.elsewhere ?? rootsOwnPlace))
  } catch (fault) {
    return refusalFrom(saidBy(fault), 'folder-unwritable')
  }
}

async function makeHere(asked: string, runAs: RunAs): Promise<Place> {
  await makeFolder(asked, 0o700)
  const folder = await realpath(asked)
  await give(folder, runAs)
  return { folder, laidElsewhere: false }
}

async function makeElsewhere(asked: string, runAs: RunAs, elsewhere: string): Promise<Place> {
  const known = await realpath(asked).catch(() => null)
  if (known && (await mayEnter(dirname(known), runAs))) return { folder: known, laidElsewhere: false }
  if (known) throw new Error(`EACCES: the database's own user may not enter ${asked}`)
  await makeFolder(elsewhere)
  const folder = join(elsewhere, randomUUID())
  await mkdir(folder, { mode: 0o700 })
  await give(folder, runAs)
  await symlink(folder, asked)
  return { folder, laidElsewhere: true }
}

async function give(folder: string, runAs: RunAs): Promise<void> {
  if (runAs.who === 'ourselves') return
  await chown(folder, runAs.uid, runAs.gid)
  await chmod(folder, 0o700)
}

/** Asked of the system itself, as that user: modes alone do not tell of access lists and mounts. */
async function mayEnter(folder: string, runAs: RunAs): Promise<boolean> {
  if (runAs.who === 'ourselves') return true
  const ended = await runToEnd('/bin/sh', ['-c', 'cd "$0"', folder], runAs)
  return ended.code === 0
}

async function lostLink(path: string): Promise<string | null> {
  const known = await lstat(path).catch(() => null)
  if (!known?.isSymbolicLink()) return null
  const there = await realpath(path).catch(() => null)
  return there === null ? readlink(path) : null
}
