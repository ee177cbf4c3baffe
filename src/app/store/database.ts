import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { PersonId } from '#domain/base/ids.ts'
import { shelves, type Shelf } from '#sync/engine/store.ts'
import type { Lock } from '../accounts/lock.ts'
import type { Bytes } from './cipher.ts'

/** One person's database on this device. All but the lock is sealed; keys are ids, codes and numbers. */
type PersonSchema = DBSchema &
  Record<Shelf, { key: string; value: Bytes }> & { vault: { key: string; value: Lock } }

export type PersonDatabase = IDBPDatabase<PersonSchema>

const nameFor = (person: PersonId): string => `wuxin-${person}`

/** Opens the database of a person on this device; makes it where there is none. */
export const openPersonDatabase = (person: PersonId): Promise<PersonDatabase> =>
  openDB<PersonSchema>(nameFor(person), 2, {
    upgrade: db => {
      for (const name of [...shelves, 'vault'] as const)
        if (!db.objectStoreNames.contains(name)) db.createObjectStore(name)
    },
    // Another tab takes the database away (signing out): let go, so that it can.
    blocking: (_current, _blocked, event) => {
      const database = event.target
      if (database instanceof IDBDatabase) database.close()
    },
  })

/** Takes away everything that is kept for this person. */
export const deletePersonDatabase = (person: PersonId): Promise<void> => deleteDB(nameFor(person))
