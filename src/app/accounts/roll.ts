import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { PersonId } from '#domain/base/ids.ts'

/** Who works on this device. The name is not sealed: the lock screen greets by it. */
export type OnRoll = { readonly id: PersonId; readonly name: string; readonly usedAt: number }

type RollSchema = DBSchema & { people: { key: string; value: OnRoll } }

/** The people of this device: whose database lies here, and who used it last. */
export type Roll = {
  /** The last who worked here comes first. */
  readonly people: () => Promise<readonly OnRoll[]>
  readonly put: (person: OnRoll) => Promise<void>
  readonly drop: (person: PersonId) => Promise<void>
}

export async function openRoll(): Promise<Roll> {
  const db: IDBPDatabase<RollSchema> = await openDB<RollSchema>('wuxin', 1, {
    upgrade: db => {
      db.createObjectStore('people')
    },
  })
  return {
    people: async () => (await db.getAll('people')).toSorted((one, other) => other.usedAt - one.usedAt),
    put: async person => {
      await db.put('people', person, person.id)
    },
    drop: person => db.delete('people', person),
  }
}
