import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

const folder = join(import.meta.dirname, 'migrations')

// One number for the advisory lock, so that two servers starting at once migrate one after the other.
const migrationLock = 0x5755_5849

/**
 * Brings the database to the newest schema: each file of `migrations/` once, in the order of its name, each in a
 * transaction of its own. Forward only.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null)',
    )
    const applied = await client.query<{ name: string }>('select name from migrations')
    const done = new Set(applied.rows.map(({ name }) => name))
    for (const name of await migrationNames()) {
      if (!done.has(name)) await apply(client, name)
    }
  } finally {
    await client.end()
  }
}

async function apply(client: Client, name: string): Promise<void> {
  const statements = await readFile(join(folder, name), 'utf8')
  try {
    await client.query('begin')
    await client.query(statements)
    await client.query('insert into migrations values ($1, now())', [name])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

const migrationNames = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter(name => name.endsWith('.sql')).toSorted()
