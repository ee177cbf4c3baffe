import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Db } from '#server/db/database.ts'

/** All that the database keeps, as one text, the packed snapshots unpacked: to look for what must not be in it. */
export async function allTextOf(db: Db): Promise<string> {
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  const texts: string[] = []
  for (const { name } of tables.rows) {
    // One table after the other: they are a few thousand rows.
    const rows = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} as t`.execute(db)
    texts.push(...rows.rows.map(({ row }) => row))
  }
  const snapshots = await db.selectFrom('snapshots').select('gzip').execute()
  return [...texts, ...snapshots.map(({ gzip }) => gunzipSync(gzip).toString())].join('\n')
}
