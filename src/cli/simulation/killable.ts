import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Sent } from './log-process.ts'

/** A server process that is started when it is needed and can be killed at any moment. */
export type Killable = {
  /** Its answer; null where it was killed meanwhile, or fell over. */
  readonly ask: (sent: Sent) => Promise<unknown>
  /** kill -9. */
  readonly kill: () => Promise<void>
  readonly kills: () => number
}

export function createKillable(url: string): Killable {
  // Asked for by several at once, it is started once.
  let running: Promise<Running> | null = null
  let kills = 0

  const start = (): Promise<Running> => {
    const started = startProcess(url, () => {
      if (running === started) running = null
    })
    return started
  }
  return {
    ask: async sent => {
      const { port } = await (running ??= start())
      try {
        const reply = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(sent) })
        return reply.ok ? await reply.json() : null
      } catch {
        return null
      }
    },
    kill: async () => {
      if (running === null) return
      const { child } = await running
      running = null
      if (child.exitCode !== null || child.signalCode !== null) return
      kills += 1
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    kills: () => kills,
  }
}

type Running = { readonly child: ChildProcess; readonly port: number }

async function startProcess(url: string, ended: () => void): Promise<Running> {
  const entry = join(import.meta.dirname, 'log-process.ts')
  const child = fork(entry, [url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.on('exit', ended)
  const gone = once(child, 'exit').then(() => {
    throw new Error('the simulated server did not start')
  })
  const [{ port }] = await Promise.race([once(child, 'message'), gone])
  // From here on its end is what is played with.
  gone.catch(() => undefined)
  return { child, port }
}
