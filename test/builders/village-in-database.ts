import type { VillageCode } from '#domain/base/ids.ts'
import { openDatabase, type Database } from '#server/db/database.ts'
import { freshDatabase } from '../postgres/database.ts'
import { gaoqiao, otherVillage } from './people.ts'

/** A fresh database with two villages in it, open; closing it drops it. */
export async function openVillages(): Promise<Database & { readonly url: string }> {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, () => {})
  await addVillage(database, gaoqiao, '高桥村')
  await addVillage(database, otherVillage, '上湾村')
  const close = async () => {
    await database.close()
    await fresh.drop()
  }
  return { ...database, url: fresh.url, close }
}

export const addVillage = (database: Database, code: VillageCode, name: string) =>
  database.db.insertInto('villages').values({ code, name, town: '化龙堰镇' }).execute()
