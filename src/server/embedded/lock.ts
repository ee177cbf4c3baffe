import { createHash, randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { livingProcess } from './living.ts'
import { accept, refuse, refusalFrom, saidBy, type Outcome, type StartRefusal } from './outcome.ts'

/** A folder held by this process until it is released, or the process is gone. */
export type FolderLock = {
  /** Leaves the address where a second start is to send people. */
  tellAddress(address: string): Promise<void>
  release(): Promise<void>
}

type Holder = {
  readonly pid: number
  readonly bornAt: string
  readonly since: string
  readonly address: string
}

const fileIn = (folder: string): string => join(folder, 'wuxin.lock')

/**
 * Takes a folder for this process alone. A lock left by a process that is gone (killed, or its number since
 * given to another) counts for nothing. `already-running` tells the address of the one that holds it, or
 * nothing if that one has said none within three seconds.
 */
export async function lockFolder(folder: string): Promise<Outcome<FolderLock, StartRefusal>> {
  const file = fileIn(folder)
  const mine = await holderOfMine('')
  try {
    while (!(await laidDown(file, mine))) {
      // Each round meets another holder or a lock just gone; the loop ends with ours or theirs.
      const theirs = await wordsIn(file)
      if (theirs === null) continue
      if (await holds(theirs)) return refuse('already-running', await addressIn(file))
      if (await succeeded(file, theirs, mine)) break
      await wait(10)
    }
  } catch (fault) {
    return refusalFrom(saidBy(fault), 'folder-unwritable')
  }
  return accept({
    tellAddress: address => replace(file, { ...mine, address }),
    release: () => rm(file, { force: true }),
  })
}

/** Whether a living process holds the folder, and the address it has told. */
export async function holderOf(folder: string): Promise<{ readonly address: string } | null> {
  const words = await readFile(fileIn(folder), 'utf8').catch(() => '')
  return (await holds(words)) ? { address: parseHolder(words)?.address ?? '' } : null
}

async function holderOfMine(address: string): Promise<Holder> {
  const bornAt = (await livingProcess(process.pid))?.bornAt ?? ''
  return { pid: process.pid, bornAt, since: new Date().toISOString(), address }
}

/** Appears whole or not at all, and only where nothing was: a link, unlike a write, cannot be seen half done. */
async function laidDown(file: string, holder: Holder): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(holder))
  try {
    await link(draft, file)
    return true
  } catch (fault) {
    if (saidBy(fault).includes('EEXIST')) return false
    throw fault
  } finally {
    await rm(draft, { force: true })
  }
}

async function holds(words: string): Promise<boolean> {
  const holder = parseHolder(words)
  if (!holder) return false
  const living = await livingProcess(holder.pid)
  return living !== null && living.bornAt === holder.bornAt
}

/**
 * Takes the place of a dead lock; false where another has, or is about to. Only who lays the claim on its very words may
 * replace it, and only while they still stand there: so a living lock is never moved, not even for a moment. A claim whose
 * holder died is succeeded like the lock itself.
 */
async function succeeded(file: string, dead: string, mine: Holder): Promise<boolean> {
  const claims: string[] = []
  let words = dead
  for (;;) {
    const claim = `${file}.after-${createHash('sha256').update(words).digest('hex').slice(0, 16)}`
    if (await laidDown(claim, mine)) {
      const isStillDead = (await wordsIn(file)) === dead
      if (isStillDead) await replace(file, mine)
      for (const one of [...claims, claim]) await rm(one, { force: true })
      return isStillDead
    }
    const theirs = await wordsIn(claim)
    if (theirs === null || (await holds(theirs))) return false
    claims.push(claim)
    words = theirs
  }
}

/** What a lock or a claim says; null where there is none (any more). */
const wordsIn = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null)

async function replace(file: string, holder: Holder): Promise<void> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(holder))
  await rename(draft, file)
}

async function addressIn(file: string): Promise<string> {
  for (let round = 0; round < 30; round++) {
    // The other one is just starting: it tells its address once it listens.
    const holder = parseHolder(await readFile(file, 'utf8').catch(() => ''))
    if (!holder || holder.address !== '') return holder?.address ?? ''
    await wait(100)
  }
  return ''
}

function parseHolder(words: string): Holder | null {
  try {
    const { pid, bornAt, since, address } = JSON.parse(words) as Record<string, unknown>
    if (typeof pid !== 'number' || typeof bornAt !== 'string') return null
    return { pid, bornAt, since: String(since), address: String(address) }
  } catch {
    return null
  }
}
