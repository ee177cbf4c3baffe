import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { livingProcess } from './living.ts'
import { accept, refuse, type Outcome } from './outcome.ts'
import { runToEnd } from './run-as.ts'

/** What PostgreSQL says of itself in its data folder while it runs. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean }

/**
 * The PostgreSQL that serves this cluster, or null. Its pid file is believed only where that process lives and
 * is really a postgres of this folder: the file outlives a kill -9, and numbers are given out again.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFileIn(cluster), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!(await servesCluster(pid, cluster))) return null
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Ends the PostgreSQL that an earlier start left on this cluster, and takes away the pid file of a dead one
 * (which would stop the next start if its number is in use again). Answers whether there was one.
 */
export async function stopOrphan(
  cluster: string,
  pgCtl: string,
): Promise<Outcome<'stopped' | 'none', 'orphan-does-not-stop'>> {
  const orphan = await findPostmaster(cluster)
  if (orphan && !(await endPostmaster(orphan.pid, cluster, pgCtl)))
    return refuse('orphan-does-not-stop', `process ${orphan.pid}`)
  await rm(pidFileIn(cluster), { force: true }).catch(() => undefined)
  return accept(orphan ? 'stopped' : 'none')
}

/**
 * Ends a PostgreSQL: it waits two seconds for those connected to leave, then rolls back what is open, and only
 * if it does not obey for half a minute is it cut off (it then repairs itself at the next start). Answers
 * whether it is gone.
 */
export async function endPostmaster(
  pid: number,
  cluster: string,
  pgCtl: Binaries['pgCtl'],
): Promise<boolean> {
  for (const [signal, seconds] of ends) {
    // Each way is tried only when the gentler one before it did not do.
    if (!(await servesCluster(pid, cluster))) return true
    await send(signal, pid, pgCtl)
    if (await isGone(pid, cluster, seconds)) return true
  }
  return false
}

const pidFileIn = (cluster: string): string => join(cluster, 'postmaster.pid')

const ends = [
  ['TERM', 2],
  ['INT', 30],
  ['QUIT', 10],
] as const

async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  const living = await livingProcess(pid)
  if (!living) return false
  return process.platform === 'win32' || isServerOf(cluster, living.command)
}

/** Told by its command line, which unlike its working folder can be read in every container. */
const isServerOf = (cluster: string, command: string): boolean =>
  /\bpostgres\b/.test(command) && `${command} `.includes(`-D ${cluster} `)

async function send(signal: 'TERM' | 'INT' | 'QUIT', pid: number, pgCtl: string): Promise<void> {
  if (process.platform === 'win32') {
    await runToEnd(pgCtl, ['kill', signal, String(pid)], { who: 'ourselves' })
    return
  }
  try {
    process.kill(pid, `SIG${signal}`)
  } catch {
    // Gone between the look and the signal, which is what was wanted.
  }
}

async function isGone(pid: number, cluster: string, seconds: number): Promise<boolean> {
  for (let round = 0; round < seconds * 50; round++) {
    if (!(await servesCluster(pid, cluster))) return true
    await wait(20)
  }
  return false
}
