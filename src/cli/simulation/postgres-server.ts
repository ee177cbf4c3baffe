import { gunzipSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import { isOnTeam, type Actor } from '#domain/access/grants.ts'
import { dayOf, type Instant } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { Database } from '#server/db/database.ts'
import { nodeGround } from '#server/log/ground.ts'
import { postgresLog } from '#server/log/postgres-log.ts'
import { presentChange, selectChanges } from '#server/log/pull.sql.ts'
import { verifyVillage } from '#server/log/verify.ts'
import { expireAdvice } from '#sync/log/advice.ts'
import type { Verdict } from '#sync/outbox.ts'
import { online, villageNames, villages } from '#sync/simulation/cast.ts'
import { firstLog } from '#sync/simulation/scene.ts'
import { tinyLimits } from '#sync/simulation/plain-server.ts'
import type { Random } from '#sync/simulation/random.ts'
import type { Arrival, PostedAny, SimulatedServer } from '#sync/simulation/simulated-server.ts'
import type { Killable } from './killable.ts'
import type { Sent } from './log-process.ts'
import { backUpTables, emptyTables, restoreTables, textsOfTables } from './tables.ts'

/** What a server on PostgreSQL stands on. The database is looked into from outside; the server is a process of its own. */
export type PostgresGround = {
  readonly database: Database
  readonly server: Killable
  /** kill -9 of PostgreSQL with all its processes; it comes back by itself. */
  readonly killPostgres: () => Promise<void>
  readonly random: Random
  readonly people: () => Iterable<Actor>
}

/** A server of one life: the real log on a real PostgreSQL, behind HTTP, killed at random moments. */
export async function createPostgresServer(
  ground: PostgresGround,
  begins: Instant,
  isOlder: boolean,
): Promise<SimulatedServer> {
  const { database, server, random } = ground
  const { db, pool } = database
  const log = postgresLog(db)
  const logs = { store: log, ground: nodeGround, limits: tinyLimits }
  let newest = isOlder ? 1 : 2
  let epochs = 1
  let backups = 0
  await patiently(() =>
    emptyTables(
      pool,
      villages.map(code => [code, villageNames.get(code) ?? code]),
    ),
  )

  async function ask(sent: Sent, fate: Arrival['fate']): Promise<unknown> {
    if (fate === 'lives' || fate === 'full') return server.ask(sent)
    // Death comes at a moment of its own: before the request is read, in the middle of the transaction, or after it.
    const asking = server.ask(sent)
    await wait(random.below(fate === 'dies-before' ? 6 : 25))
    await (random.chance(0.04) ? ground.killPostgres() : server.kill())
    await asking
    await settled(pool)
    return null
  }

  const first = online.find(({ role }) => role === 'office')
  for (const village of villages)
    for (const { change } of firstLog(village, begins))
      if (first !== undefined)
        await server.ask({
          is: 'append',
          pushed: { change, diary: null },
          actor: first,
          now: begins,
          teams: [],
        })

  return {
    answer: async (asked, { actor, now, fate }) => {
      if (asked.wire > newest) return { ok: false, because: 'other-version' }
      const said = await ask({ is: 'answer', asked, actor, now, teams: teamsOf(ground.people(), now) }, fate)
      // What the process says is what the log's own code answered there.
      return (said ?? { ok: false, because: 'no-signal' }) as PostedAny
    },
    append: async (pushed, { actor, now }) =>
      (await server.ask({
        is: 'append',
        pushed,
        actor,
        now,
        teams: teamsOf(ground.people(), now),
      })) as Verdict | null,
    expireAdvice: (village, night) =>
      newest === 1 ? Promise.resolve(0) : patiently(() => expireAdvice(logs, village, night)),
    renew: () => {
      newest = 2
    },
    epoch: () => patiently(log.epoch),
    logAfter: (village, seq) =>
      patiently(async () => {
        const rows = await selectChanges(db, village, seq, 10_000)
        return rows.flatMap(row => (row.seq === null ? [] : [presentChange(row)]))
      }),
    households: village => patiently(async () => (await log.statesAfter(village, 0))?.states ?? []),
    stories: village =>
      patiently(async () => {
        const rows = await db.selectFrom('diaries').selectAll().where('village_code', '=', village).execute()
        // Ids come back as the texts they went in as.
        return rows.map(row => ({ visit: row.visit_id, by: row.author_id, text: row.story }) as never)
      }),
    handedTo: person => patiently(() => log.handedTo(person)),
    backUp: async () => {
      await patiently(() => backUpTables(pool, backups))
      backups += 1
      return backups - 1
    },
    restore: async backup => {
      epochs += 1
      await patiently(() => restoreTables(pool, backup, `epoch-${epochs}`))
    },
    everything: () => patiently(() => textsOfTables(pool, unpacked)),
    verify: async village => {
      const verification = await patiently(() => verifyVillage(db, village))
      return verification.is === 'sound' ? null : `${verification.what} ${verification.at}`
    },
  }
}

export const unpacked = (bytes: Uint8Array): string => gunzipSync(bytes).toString('utf8')

function teamsOf(people: Iterable<Actor>, now: Instant): Sent['teams'] {
  const all = [...people]
  const team = (village: VillageCode) =>
    all.filter(actor => isOnTeam(actor, village, dayOf(now))).map(({ id, name }) => ({ id, name }))
  return villages.map(code => [code, team(code)])
}

/** Waits until nothing of a killed process is at work in the database any more. */
const settled = (pool: Database['pool']): Promise<void> =>
  patiently(async () => {
    for (;;) {
      const { rows } = await pool.query(
        `select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`,
      )
      if (rows.length === 0) return
      await wait(5)
    }
  })

/** What is asked of a database that was just killed is asked again until it is back. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await act()
    } catch (fault) {
      if (tries >= 300 || !isConnectionLost(fault)) throw fault
      await wait(200)
    }
  }
}

/** PostgreSQL is going down, coming up or not there; anything else is a fault of ours. */
const isConnectionLost = (fault: unknown): boolean =>
  fault instanceof Error &&
  (/^(57P|08|ECONN|EPIPE)/.test(String((fault as { code?: unknown }).code ?? '')) ||
    /terminated|timeout|closed|Connection/.test(fault.message))
