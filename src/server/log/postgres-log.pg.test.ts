import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualLimits } from '#sync/log/ground.ts'
import { gaoqiao } from '#test/builders/people.ts'
import { enlistTeam } from '#test/log/enlist-team.ts'
import { openVillages } from '#test/builders/village-in-database.ts'
import { logContract } from '#test/log/contract.ts'
import type { Database } from '../db/database.ts'
import { logsOn } from './ground.ts'
import { verifyVillage } from './verify.ts'

let database: Database
beforeEach(async () => {
  database = await openVillages()
  await enlistTeam(database)
})
afterEach(() => database.close())

const smallParts = { ...usualLimits, changesInOneAnswer: 7, statesAreLess: 40, householdsInPart: 1 }

describe('the log in PostgreSQL', () => {
  for (const { name, prove } of logContract)
    test(name, async () => {
      const logs = { ...logsOn(database.db), limits: smallParts }
      const unpack = async (part: string) => gunzipSync(Buffer.from(part, 'base64')).toString('utf8')
      await expect(prove({ logs, unpack, everything: () => everythingIn(database) })).resolves.toBeUndefined()
      expect(await verifyVillage(database.db, gaoqiao)).toMatchObject({ is: 'sound' })
    })
})

/** Every table, every column, as text. */
async function everythingIn({ pool }: Database): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'
      and table_name not in ('people', 'user')`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    // One table after the other: their names come from the database itself.
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} as t`)
    texts.push(...rows.map(({ row }) => row))
    if (name === 'snapshots') {
      const { rows: parts } = await pool.query<{ gzip: Buffer }>('select gzip from snapshots')
      texts.push(...parts.map(({ gzip }) => unzipped(gzip)))
    }
  }
  return texts.join('\n')
}

const unzipped = (gzip: Buffer): string => (gzip[0] === 0x1f ? gunzipSync(gzip).toString('utf8') : '')
