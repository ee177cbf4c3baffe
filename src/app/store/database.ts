import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Instant } from '#domain/base/days.ts'
import type { PersonId, VoiceId } from '#domain/base/ids.ts'
import { shelves, type Shelf } from '#sync/engine/store.ts'
import type { Lock } from '../accounts/lock.ts'
import { forgetKept } from '../sync/kept-mark.ts'
import type { Bytes } from './cipher.ts'

/** What would be lost with the data key, sealed to the server as well; when it was written, for the lock screen. */
export type SealedKept = { readonly sealed: Bytes; readonly writtenAt: Instant | null }

/** The server's public key. Where it lies without a lock, this device's own key was dropped. */
export type Recovery = { readonly recoveryKey: string }

/**
 * What the server still has to be told of a voice note: to take it in (`sealed`: its record, sealed to the server; null until
 * the server's key is known), or that it was deleted here. `declined`: the server would not take it, and it stays here.
 */
export type VoiceOut = { readonly spokenAt: Instant } & (
  | { readonly is: 'send'; readonly sealed: Bytes | null }
  | { readonly is: 'declined' }
  | { readonly is: 'erase' }
)

/** One person's database on this device. All but the lock is sealed; keys are ids, codes and numbers. */
type PersonSchema = DBSchema &
  Record<Shelf, { key: string; value: Bytes }> & {
    vault: { key: string; value: Lock }
    rescue: { key: string; value: SealedKept }
    recovery: { key: string; value: Recovery }
    voices: { key: string; value: { readonly voice: VoiceId; readonly bytes: Bytes } }
    voicePieces: { key: string; value: Bytes }
    voiceOut: { key: string; value: VoiceOut }
  }

export type PersonDatabase = IDBPDatabase<PersonSchema>

const beside = ['vault', 'rescue', 'recovery', 'voices', 'voicePieces', 'voiceOut'] as const

const nameFor = (person: PersonId): string => `wuxin-${person}`

/** Opens the database of a person on this device; makes it where there is none. */
export const openPersonDatabase = (person: PersonId): Promise<PersonDatabase> =>
  openDB<PersonSchema>(nameFor(person), 5, {
    upgrade: db => {
      for (const name of [...shelves, ...beside] as const)
        if (!db.objectStoreNames.contains(name)) db.createObjectStore(name)
    },
    // Another tab takes the database away (signing out): let go, so that it can.
    blocking: (_current, _blocked, event) => {
      const database = event.target
      if (database instanceof IDBDatabase) database.close()
    },
  })

/** Takes away everything that is kept for this person. */
export function deletePersonDatabase(person: PersonId): Promise<void> {
  forgetKept(person)
  return deleteDB(nameFor(person))
}
