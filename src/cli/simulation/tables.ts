import type { Pool } from 'pg'

/** The tables that hold the villages' logs, those that others refer to first. */
const tables = [
  'villages',
  'changes',
  'households',
  'needs',
  'diaries',
  'refusals',
  'snapshots',
  'openings',
] as const

/** Empties the logs, for a new life. */
export async function emptyTables(
  pool: Pool,
  villages: readonly (readonly [code: string, name: string])[],
): Promise<void> {
  await inTransaction(pool, async ask => {
    for (const table of tables.toReversed()) await ask(`delete from ${table}`)
    await ask('delete from host')
    await ask(
      `insert into host (epoch, campaign, area, secret) values ('epoch-1', 'simulated', '42', 'simulated')`,
    )
    for (const village of villages)
      await ask('insert into villages (code, name, town) values ($1, $2, $3)', [...village, ''])
  })
}

/** Keeps what the tables hold now beside them, under a number. */
export async function backUpTables(pool: Pool, backup: number): Promise<void> {
  await inTransaction(pool, async ask => {
    await ask(`drop schema if exists backup_${backup} cascade`)
    await ask(`create schema backup_${backup}`)
    for (const table of tables) await ask(`create table backup_${backup}.${table} as table public.${table}`)
  })
}

/** Puts back what was kept under that number, under a new epoch [S6]. */
export async function restoreTables(pool: Pool, backup: number, epoch: string): Promise<void> {
  await inTransaction(pool, async ask => {
    for (const table of tables.toReversed()) await ask(`delete from public.${table}`)
    for (const table of tables)
      await ask(`insert into public.${table} select * from backup_${backup}.${table}`)
    await ask('update host set epoch = $1', [epoch])
  })
}

/** Everything the tables hold, as texts; what is packed in them unpacked by `unzip`. */
export async function textsOfTables(pool: Pool, unzip: (bytes: Buffer) => string): Promise<string> {
  const texts: string[] = []
  for (const table of tables) {
    const { rows } = await pool.query(`select * from ${table}`)
    texts.push(JSON.stringify(rows))
    if (table === 'snapshots') texts.push(...rows.map(({ gzip }: { gzip: Buffer }) => unzip(gzip)))
  }
  return texts.join('\n')
}

type Ask = (text: string, values?: readonly unknown[]) => Promise<unknown>

async function inTransaction(pool: Pool, use: (ask: Ask) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await use((text, values) => client.query(text, values === undefined ? undefined : [...values]))
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => null)
    throw fault
  } finally {
    client.release()
  }
}
