import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { endPostmaster, findPostmaster } from './postmaster.ts'
import { asOptions, plainEnvironment, type RunAs } from './run-as.ts'
import { launchServer, type Launch, type ServerProcess } from './server-process.ts'

/** A server that is started again, on the same port, whenever it falls, until it is stopped. */
export type KeptServer = { stop(): Promise<void> }

type Life = { stopping: boolean }

/** Keeps a server up: killed, out of memory, out of disk, it comes back as soon as it can. */
export function keepUp(launch: Launch, first: ServerProcess): KeptServer {
  const life: Life = { stopping: false }
  const kept = watch({ ...launch, port: first.port }, first, life)
  return {
    async stop() {
      life.stopping = true
      const over = kept.then(() => true)
      // It may be coming up just now: then what has come up is ended in the next round.
      do {
        await endFound(launch)
      } while (!(await Promise.race([over, wait(50, false)])))
    },
  }
}

async function watch(launch: Launch, server: ServerProcess, life: Life): Promise<void> {
  const guard = guardAgainstOurEnd(server.pid, launch.runAs)
  if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'exit')
  guard?.kill('SIGKILL')
  if (life.stopping) return
  launch.log('PostgreSQL ended by itself and is started again')
  const again = await comeBack(launch, life)
  if (again) await watch(launch, again, life)
}

async function comeBack(launch: Launch, life: Life): Promise<ServerProcess | null> {
  for (let pause = 100; !life.stopping; pause = Math.min(pause * 2, 5_000)) {
    const launched = await launchServer(launch)
    if (launched.ok) return launched.value
    launch.log(`PostgreSQL does not come back yet (${launched.because})`)
    await wait(pause)
  }
  return null
}

async function endFound({ cluster, binaries }: Launch): Promise<void> {
  const found = await findPostmaster(cluster)
  if (found) await endPostmaster(found.pid, cluster, binaries.pgCtl)
}

/**
 * A shell that reads from us and stops PostgreSQL in good order when that reading ends. It ends when we do,
 * even by kill -9, so that no server is left behind. (Should this be killed too, the next start finds the orphan.)
 */
function guardAgainstOurEnd(pid: number, runAs: RunAs): ChildProcess | null {
  if (process.platform === 'win32') return null
  const guard = spawn('/bin/sh', ['-c', 'read _; kill -INT "$0"', String(pid)], {
    ...asOptions(runAs),
    detached: true,
    cwd: '/',
    env: plainEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.unref()
  return guard
}
