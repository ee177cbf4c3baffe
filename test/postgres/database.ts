import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'

/** A database of one test alone, with every migration applied and nothing in it. */
export type TestDatabase = {
  readonly url: string
  /** Drops it, whoever is still connected. */
  drop(): Promise<void>
}

/**
 * A fresh database, cloned in some 20 ms from a template that is migrated once for each set of migrations.
 * Several test processes may ask at once. Drop it when the test is over:
 * `beforeEach(async () => { database = await freshDatabase() }); afterEach(() => database.drop())`.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  return withServer(async server => {
    const template = await ensureTemplate(server)
    return createDatabase(server, `template ${template} strategy file_copy`)
  })
}

/** A database with nothing in it at all, for tests of the migrations themselves. */
export const emptyDatabase = (): Promise<TestDatabase> =>
  withServer(server => createDatabase(server, 'template template0'))

async function createDatabase(server: Client, from: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await server.query(`create database ${name} ${from}`)
  return {
    url: urlOf(name),
    drop: () =>
      withServer(async again => {
        await again.query(`drop database if exists ${name} with (force)`)
      }),
  }
}

/** Made once a server and set of migrations, under a lock; visible only when it is whole. */
async function ensureTemplate(server: Client): Promise<string> {
  const name = `template_${await fingerprintOfMigrations()}`
  if (await exists(server, name)) return name
  await server.query('select pg_advisory_lock($1)', [templateLock])
  try {
    if (!(await exists(server, name))) await makeTemplate(server, name)
  } finally {
    await server.query('select pg_advisory_unlock($1)', [templateLock])
  }
  return name
}

async function makeTemplate(server: Client, name: string): Promise<void> {
  await server.query(`drop database if exists ${name}_begun with (force)`)
  await server.query(`create database ${name}_begun template template0`)
  const { migrate } = await import('#server/db/migrate.ts')
  await migrate(urlOf(`${name}_begun`))
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
    [`${name}_begun`],
  )
  await server.query(`alter database ${name}_begun allow_connections false`)
  await server.query(`alter database ${name}_begun rename to ${name}`)
}

const templateLock = 50_005

async function exists(server: Client, name: string): Promise<boolean> {
  const { rowCount } = await server.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function fingerprintOfMigrations(): Promise<string> {
  const folder = join(import.meta.dirname, '../../src/server/db')
  const names = (await readdir(folder, { recursive: true })).filter(name => /\.(ts|sql)$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const name of names) {
    // Read in order, since the order is part of the fingerprint.
    hash.update(name).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function withServer<T>(act: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  try {
    return await act(server)
  } finally {
    await server.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}
