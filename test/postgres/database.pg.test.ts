import { Client } from 'pg'
import { expect, test } from 'vitest'
import { emptyDatabase, freshDatabase, type TestDatabase } from './database.ts'

test('a fresh database is cloned from the migrated template, also when several ask at once', async () => {
  const databases = await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()])
  expect(new Set(databases.map(database => database.url)).size).toBe(3)
  const tables = await Promise.all(databases.map(countTables))
  expect(tables[0]).toBeGreaterThan(0)
  expect(new Set(tables).size).toBe(1)
  await Promise.all(databases.map(database => database.drop()))
})

test('an empty database has no table, and is gone when dropped', async () => {
  const database = await emptyDatabase()
  expect(await countTables(database)).toBe(0)
  await database.drop()
  await expect(countTables(database)).rejects.toThrow('does not exist')
})

async function countTables(database: TestDatabase): Promise<number> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_tables where schemaname = 'public'`,
    )
    return rows[0]?.count ?? 0
  } finally {
    await client.end()
  }
}
