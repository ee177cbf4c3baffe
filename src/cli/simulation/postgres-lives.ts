import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { startPostgres } from '#server/embedded/start.ts'
import { livedOf, type Lived } from '#sync/simulation/live.ts'
import { play } from '#sync/simulation/play.ts'
import { createRandom } from '#sync/simulation/random.ts'
import { noSabotage } from '#sync/simulation/sabotage.ts'
import { castNow } from '#sync/simulation/scene.ts'
import type { Life } from '#sync/simulation/step.ts'
import { createKillable } from './killable.ts'
import { createPostgresServer, unpacked } from './postgres-server.ts'

/** Lives against a real PostgreSQL of their own, in a folder that is gone afterwards. */
export type PostgresLives = {
  readonly live: (life: Life, say?: (line: string) => void) => Promise<Lived>
  /** How often the server's process was killed, and PostgreSQL. */
  readonly kills: () => { readonly server: number; readonly postgres: number }
  readonly end: () => Promise<void>
}

export async function startPostgresLives(log: (line: string) => void): Promise<PostgresLives> {
  const folder = await mkdtemp(join(tmpdir(), 'wuxin-simulate-'))
  // Where we are root, the database's own user must be able to enter.
  await chmod(folder, 0o755)
  const started = await startPostgres({ folder, log })
  if (!started.ok) throw new Error(`PostgreSQL did not start: ${started.because} (${started.told})`)
  const postgres = started.value
  await migrate(postgres.url)
  const database = openDatabase(postgres.url, () => undefined, 4)
  const server = createKillable(postgres.url)
  let postgresKills = 0
  const killPostgres = async (): Promise<void> => {
    const file = await readFile(join(postgres.folder, 'cluster/postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number(file.split('\n')[0])
    if (!(pid > 1)) return
    postgresKills += 1
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It was down already: it is coming up again.
    }
  }
  return {
    live: (life, say = () => undefined) =>
      livedOf(async () => {
        const actors = castNow()
        const random = createRandom(life.seed)
        const ground = { database, server, killPostgres, random, people: () => actors.values() }
        return play(life, {
          server: await createPostgresServer(ground, life.begins, life.isOlderServer),
          actors,
          sabotage: noSabotage,
          say,
          unzip: text => Promise.resolve(unpacked(Buffer.from(text, 'base64'))),
        })
      }),
    kills: () => ({ server: server.kills(), postgres: postgresKills }),
    end: async () => {
      await server.kill()
      await database.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
