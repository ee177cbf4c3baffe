import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { asVillageCode } from '#domain/base/ids.ts'
import { openAuth } from '#server/accounts/auth.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { verifyVillage } from '#server/log/verify.ts'
import { insertDemoHost, loadDemo } from '../../demo/load.ts'
import { demoPeople, demoVillages } from '../../demo/people.ts'
import { freshDatabase, type TestDatabase } from '../postgres/database.ts'

let fresh: TestDatabase
let database: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  database = openDatabase(fresh.url, () => {})
  await insertDemoHost(database.db)
  await loadDemo(
    database.db,
    openAuth(database.pool, 'a-secret-for-this-test-alone-1234'),
    asInstant('2026-04-16T02:00:00Z'),
  )
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

describe('the demo campaign', () => {
  test('[S7] every village’s log verifies from its first change', async () => {
    for (const { code } of demoVillages)
      expect(await verifyVillage(database.db, asVillageCode(code))).toMatchObject({ is: 'sound' })
  })

  test('everybody has an account and a task', async () => {
    const people = await database.db.selectFrom('people').select('name').execute()
    expect(people).toHaveLength(demoPeople.length)
  })

  test('高桥村 is in the middle of things: to tell, to hear, solved, left lying', async () => {
    const village = await database.db
      .selectFrom('villages')
      .select('totals')
      .where('code', '=', demoVillages[0].code)
      .executeTakeFirstOrThrow()
    expect(village.totals).toMatchObject({
      'lying:untold': 1,
      'lying:no-next-step': 1,
      'stage:solved:family-own': 1,
      'stage:answered:infrastructure': 1,
      'due:promise:2026-04-13': 1,
    })
  })
})
