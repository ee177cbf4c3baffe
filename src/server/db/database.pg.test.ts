import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/postgres/database.ts'
import { openDatabase } from './database.ts'

test('[S16] a connection that breaks between two queries of a transaction is heard of and ends nothing else', async () => {
  const fresh = await freshDatabase()
  const lost = Promise.withResolvers<string>()
  const { db, pool, close } = openDatabase(fresh.url, fault => lost.resolve(fault.message))
  const broken = db.transaction().execute(async tx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await lost.promise
    await sql`select 1`.execute(tx)
  })
  await expect(broken).rejects.toThrow()
  expect(await lost.promise).toContain('terminating connection')
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await close()
  await fresh.drop()
})
