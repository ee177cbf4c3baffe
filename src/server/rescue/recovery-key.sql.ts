import type { Db } from '../db/database.ts'

export type KeyRow = { readonly recovery_public: string; readonly recovery_private: string }

export async function selectRecoveryKey(db: Db): Promise<KeyRow | null> {
  const { recovery_public, recovery_private } = await db
    .selectFrom('host')
    .select(['recovery_public', 'recovery_private'])
    .executeTakeFirstOrThrow()
  return recovery_public === null || recovery_private === null ? null : { recovery_public, recovery_private }
}

/** Only where there is none yet: of two servers that make one at the same time, the first stays. */
export const updateRecoveryKey = (db: Db, key: KeyRow) =>
  db.updateTable('host').set(key).where('recovery_public', 'is', null).execute()
