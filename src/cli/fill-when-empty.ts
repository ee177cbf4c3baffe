import { sql } from 'kysely'
import type { Instant } from '#domain/base/days.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { openDatabase, type Db } from '#server/db/database.ts'
import { insertDemoHost, loadDemo } from '../../demo/load.ts'

/**
 * Fills a database that holds no campaign with the demo. The host's row is written last: a load that was cut off
 * leaves none, and what it left is cleared before the next.
 */
export async function fillWhenEmpty(databaseUrl: string, now: Instant): Promise<void> {
  const { db, pool, close } = openDatabase(databaseUrl, () => undefined)
  try {
    if (await hasCampaign(db)) return
    await clearLeftovers(db)
    // Nobody signs in here: passwords are digested without the host's secret.
    await loadDemo(db, openAuth(pool, 'no session is signed while the demo is loaded'), now)
    await insertDemoHost(db)
  } finally {
    await close()
  }
}

export const hasCampaign = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('host').select('only_one').executeTakeFirst()) !== undefined

/** Clears what a load or a beginning that was cut off has left where there is no campaign. */
export const clearLeftovers = (db: Db) =>
  sql`truncate villages, departments, teams, "user", needs, diaries, refusals cascade`.execute(db)
