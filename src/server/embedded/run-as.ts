import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { accept, refuse, saidBy, type Outcome } from './outcome.ts'

/** Whose rights PostgreSQL runs with: our own, or another user's where we are root (it refuses to be root). */
export type RunAs =
  | { readonly who: 'ourselves' }
  | { readonly who: 'database-user'; readonly uid: number; readonly gid: number }

/** The end of a program: its exit code (null when it could not start or was killed) and all that it said. */
export type Ended = { readonly code: number | null; readonly said: string }

/**
 * Who PostgreSQL is to run as: ourselves, unless we are root. Then the owner of the cluster if there is one
 * (so that what an ordinary user began, root can go on with), else the user `postgres`, made if missing.
 */
export async function findRunAs(cluster: string): Promise<Outcome<RunAs, 'no-database-user'>> {
  if (process.getuid?.() !== 0) return accept({ who: 'ourselves' })
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return accept({ who: 'database-user', uid: owner.uid, gid: owner.gid })
  const made = (await userNamed('postgres')) ?? (await makeUser('postgres'))
  return made
    ? accept(made)
    : refuse('no-database-user', 'there is no user postgres, and useradd did not make one')
}

/** What `spawn` needs to run a program as this user. */
export const asOptions = (runAs: RunAs): { uid?: number; gid?: number } =>
  runAs.who === 'ourselves' ? {} : { uid: runAs.uid, gid: runAs.gid }

/** Runs a program to its end with PostgreSQL's plain environment: English words, UTC, none of our secrets. */
export async function runToEnd(program: string, words: readonly string[], runAs: RunAs): Promise<Ended> {
  try {
    const said: string[] = []
    const child = spawn(program, [...words], {
      ...asOptions(runAs),
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', chunk => said.push(String(chunk)))
    child.stderr.on('data', chunk => said.push(String(chunk)))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, said: said.join('') }
  } catch (fault) {
    // Some faults of starting come as an event and some are thrown at once; `once` makes them one.
    return { code: null, said: saidBy(fault) }
  }
}

/** The environment PostgreSQL runs in: nothing of ours but what a program needs to start at all. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  SystemRoot: process.env['SystemRoot'],
  LC_ALL: 'C',
  TZ: 'UTC',
})

async function userNamed(name: string): Promise<RunAs | null> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const line = users.split('\n').find(user => user.startsWith(`${name}:`))
  const [, , uid, gid] = (line ?? '').split(':').map(Number)
  return uid && gid ? { who: 'database-user', uid, gid } : null
}

async function makeUser(name: string): Promise<RunAs | null> {
  const words = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]
  await runToEnd('useradd', words, { who: 'ourselves' })
  return userNamed(name)
}
