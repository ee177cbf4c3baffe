import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyDatabase, freshDatabase } from '#test/postgres/database.ts'
import { dumpSchema } from './dump-schema.ts'
import { migrate } from './migrate.ts'

const file = join(import.meta.dirname, 'schema.sql')

/* After a new migration: WUXIN_WRITE_SCHEMA=1 npm run vitest -- --project postgres src/server/db/schema.pg.test.ts */
test('the committed schema.sql is what the migrations make', async () => {
  const database = await freshDatabase()
  const live = await dumpSchema(database.url)
  await database.drop()
  if (process.env['WUXIN_WRITE_SCHEMA']) await writeFile(file, live)
  expect(await readFile(file, 'utf8')).toBe(live)
})

test('migrating twice, and two servers at once, makes the same schema once', async () => {
  const database = await emptyDatabase()
  await Promise.all([migrate(database.url), migrate(database.url)])
  await migrate(database.url)
  expect(await dumpSchema(database.url)).toBe(await readFile(file, 'utf8'))
  await database.drop()
})
