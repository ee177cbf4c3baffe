import type { Instant } from '#domain/base/days.ts'
import { shelves, type DeviceStore, type Kept, type Write } from '#sync/engine/store.ts'
import type { RescuedRecord, SealedRecord } from '#sync/rescue.ts'
import type { Bytes } from './cipher.ts'
import type { PersonDatabase, Recovery, SealedKept } from './database.ts'
import type { Sealer } from './sealer.ts'

/** The shelves whose records would be lost with the data key: what the server has not got. */
export const rescuedShelves = ['outbox', 'review', 'drafts'] as const
type RescuedShelf = (typeof rescuedShelves)[number]

const recoveryPlace = 'this'

export const isRescued = (shelf: string): shelf is RescuedShelf =>
  rescuedShelves.some(known => known === shelf)

/** The key on the shelf `rescue` of what lies on another shelf. */
export const rescueKey = (shelf: string, key: string): string => `${shelf}/${key}`

type Put = Extract<Write, { put: unknown }>
type RescuedPut = Extract<Put, { put: RescuedShelf }>

/** Everything that would be lost with the data key. */
export type Unsent = Pick<Kept, RescuedShelf>

/** Seals what is put on a shelf to the server as well; null where the server keeps it anyway. */
export const sealForRescue = async (write: Put, sealer: Sealer | null): Promise<SealedKept | null> =>
  sealer === null || !isToRescue(write) ? null : sealRecord(recordOf(write), sealer)

const isToRescue = (write: Put): write is RescuedPut => isRescued(write.put)

const sealRecord = async (record: RescuedRecord, sealer: Sealer): Promise<SealedKept> => ({
  sealed: await sealer.seal(record),
  writtenAt: record.shelf === 'drafts' ? null : record.value.writtenAt,
})

function recordOf(write: RescuedPut): RescuedRecord {
  switch (write.put) {
    case 'outbox': {
      const { change, diary, writtenAt } = write.value
      return { shelf: 'outbox', value: { change, diary, writtenAt } }
    }
    case 'review':
      return { shelf: 'review', value: write.value }
    case 'drafts':
      return { shelf: 'drafts', key: write.key, value: write.value }
    default:
      return write satisfies never
  }
}

/** What lies sealed on this device, in the order in which it was written. */
export async function readRescue(db: PersonDatabase): Promise<readonly SealedRecord[]> {
  const tx = db.transaction('rescue', 'readonly')
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
  return keys.flatMap((key, at) => {
    const kept = values[at]
    return kept === undefined ? [] : [{ key, sealed: toBase64(kept.sealed) }]
  })
}

/** How much lies sealed and since when; nobody on this device can read more of it. */
export type Sealed = { readonly changes: number; readonly drafts: number; readonly since: Instant | null }

export async function countRescue(db: PersonDatabase): Promise<Sealed> {
  const tx = db.transaction('rescue', 'readonly')
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
  const drafts = keys.filter(key => key.startsWith(rescueKey('drafts', ''))).length
  const since = values.flatMap(({ writtenAt }) => writtenAt ?? []).toSorted()[0] ?? null
  return { changes: keys.length - drafts, drafts, since }
}

/** Seals everything that would be lost from memory, for a rescue file: it does not ask the disk [S21]. */
export const sealAll = async (unsent: Unsent, sealer: Sealer): Promise<readonly SealedRecord[]> =>
  (await sealedFrom(unsent, sealer)).map(([key, { sealed }]) => ({ key, sealed: toBase64(sealed) }))

/**
 * Brings the shelf of what is sealed to the server in step with the others, and keeps the server's key with it: for a
 * device from before there was such a key, when the key is another, and after a crash. What is written meanwhile stays.
 */
export async function sealInStep(db: PersonDatabase, store: DeviceStore, sealer: Sealer): Promise<void> {
  if (await isInStep(db, sealer)) return
  const sealed = await sealedFrom(await store.read(), sealer)
  const names = [...rescuedShelves, 'rescue', 'recovery'] as const
  const tx = db.transaction(names, 'readwrite', { durability: 'strict' })
  const rescue = tx.objectStore('rescue')
  const lying = new Set<string>(await keysLying(tx))
  const kept = await rescue.getAllKeys()
  await Promise.all([
    ...kept.filter(key => !lying.has(key)).map(key => rescue.delete(key)),
    ...sealed.filter(([key]) => lying.has(key)).map(([key, one]) => rescue.put(one, key)),
    tx.objectStore('recovery').put({ recoveryKey: sealer.recoveryKey }, recoveryPlace),
    tx.done,
  ])
}

async function isInStep(db: PersonDatabase, sealer: Sealer): Promise<boolean> {
  const tx = db.transaction([...rescuedShelves, 'rescue', 'recovery'] as const, 'readonly')
  const [lying, kept, recovery] = await Promise.all([
    keysLying(tx),
    tx.objectStore('rescue').getAllKeys(),
    tx.objectStore('recovery').get(recoveryPlace),
  ])
  return (
    recovery?.recoveryKey === sealer.recoveryKey && lying.toSorted().join(' ') === kept.toSorted().join(' ')
  )
}

type Keys = { readonly objectStore: (shelf: RescuedShelf) => { getAllKeys(): Promise<string[]> } }

const keysLying = async (tx: Keys): Promise<readonly string[]> =>
  (
    await Promise.all(
      rescuedShelves.map(async shelf =>
        (await tx.objectStore(shelf).getAllKeys()).map(key => rescueKey(shelf, key)),
      ),
    )
  ).flat()

const sealedFrom = (kept: Unsent, sealer: Sealer): Promise<readonly (readonly [string, SealedKept])[]> =>
  Promise.all(
    writesOf(kept).map(async write => {
      const record = recordOf(write)
      return [rescueKey(write.put, write.key), await sealRecord(record, sealer)] as const
    }),
  )

const writesOf = ({ outbox, review, drafts }: Unsent): readonly RescuedPut[] => [
  ...[...outbox].map(([key, value]) => ({ put: 'outbox', key, value }) as const),
  ...[...review].map(([key, value]) => ({ put: 'review', key, value }) as const),
  ...[...drafts].map(([key, value]) => ({ put: 'drafts', key, value }) as const),
]

/** The server's key as this device keeps it; null on a device from before there was one. */
export const readRecovery = async (db: PersonDatabase): Promise<Recovery | null> =>
  (await db.get('recovery', recoveryPlace)) ?? null

/** Keeps the server's key on a device that holds nothing yet. */
export async function keepRecovery(db: PersonDatabase, recovery: Recovery): Promise<void> {
  await db.put('recovery', recovery, recoveryPlace)
}

/**
 * Drops this device's key: every wrapping of it and every record sealed under it. What was not sent stays, sealed to
 * the server, and nobody on this device can read it. False where nothing was sealed to the server: then all stays.
 */
export async function dropKey(db: PersonDatabase): Promise<boolean> {
  if ((await readRecovery(db)) === null) return false
  await clearSealed(db)
  return true
}

/**
 * Takes away the lock and everything under it; what is sealed to the server stays, and with it voice notes that were not sent:
 * their pieces lie under keys of their own.
 */
export async function clearSealed(db: PersonDatabase): Promise<void> {
  const names = [...shelves, 'vault', 'voices'] as const
  const tx = db.transaction(names, 'readwrite', { durability: 'strict' })
  await Promise.all([...names.map(name => tx.objectStore(name).clear()), tx.done])
}

/** Takes away what the server has given its word on. */
export async function forgetRescue(db: PersonDatabase, keys: readonly string[]): Promise<void> {
  const tx = db.transaction('rescue', 'readwrite', { durability: 'strict' })
  await Promise.all([...keys.map(key => tx.store.delete(key)), tx.done])
}

function toBase64(bytes: Bytes): string {
  const letters = Array.from(bytes, byte => String.fromCharCode(byte))
  return btoa(letters.join(''))
}
