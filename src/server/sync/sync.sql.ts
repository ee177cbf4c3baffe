import type { VillageCode } from '#domain/base/ids.ts'
import type { Db } from '../db/database.ts'

/** The epoch of this installation; it differs after a restore [S6]. */
export const selectEpoch = async (db: Db): Promise<string> =>
  (await db.selectFrom('host').select('epoch').executeTakeFirstOrThrow()).epoch

export const selectVillageName = async (db: Db, code: VillageCode): Promise<string | null> =>
  (await db.selectFrom('villages').select('name').where('code', '=', code).executeTakeFirst())?.name ?? null
