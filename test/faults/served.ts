import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The whole product as a process of its own, with its own PostgreSQL in `folder`: made to be killed. */
export type Served = {
  readonly address: string
  /** kill -9 of the server's process; its PostgreSQL is left an orphan, as it would be. */
  killServer(): Promise<void>
  /** kill -9 of PostgreSQL with all its processes, in the middle of whatever it does. */
  killPostgres(): Promise<void>
  stop(): Promise<void>
}

/** Starts it and waits until it serves. */
export async function startServed(folder: string): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve'], {
    cwd: root,
    env: { ...process.env, WUXIN_DATA: folder, PORT: '0', HOST: '127.0.0.1', LANG: 'en', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
  return {
    address,
    killServer: () => end(child, 'SIGKILL'),
    killPostgres: async () => {
      const pid = Number((await readFile(join(folder, 'pg/cluster/postmaster.pid'), 'utf8')).split('\n')[0])
      // The postmaster leads its own processes; told to stop at once without writing anything, they all die with it.
      process.kill(pid, 'SIGKILL')
    },
    stop: () => end(child, 'SIGTERM'),
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /open at (http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', () => reject(new Error(`it did not start: ${said}`)))
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

/** A visitor's device as the wire sees it: signed in, sending changes, noting what was acknowledged. */
export class WireDevice {
  private readonly address: string
  private readonly cookie: string
  constructor(address: string, cookie: string) {
    this.address = address
    this.cookie = cookie
  }

  static async signIn(address: string, username: string): Promise<WireDevice> {
    const answer = await fetch(`${address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'wuxin-2026' }),
    })
    return new WireDevice(
      address,
      answer.headers
        .getSetCookie()
        .map(one => one.split(';')[0])
        .join('; '),
    )
  }

  /** The server's verdicts, or null when no answer came: nobody knows what has become of it. */
  async send(
    changes: readonly unknown[],
  ): Promise<readonly { id: string; ok: boolean; seq?: number }[] | null> {
    try {
      const answer = await fetch(`${this.address}/api/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: this.cookie },
        body: JSON.stringify({
          wire: 1,
          device: 'device-killed',
          epoch: null,
          changes: changes.map(change => ({ change, diary: null })),
          openings: [],
          villages: [],
        }),
        signal: AbortSignal.timeout(10_000),
      })
      if (!answer.ok) return null
      const { verdicts } = (await answer.json()) as { verdicts: { id: string; ok: boolean; seq?: number }[] }
      return verdicts
    } catch {
      return null
    }
  }
}
