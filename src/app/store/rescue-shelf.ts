import type { Instant } from '#domain/base/days.ts'
import type { Kept, Write } from '#sync/engine/store.ts'
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

/** Seals what is put on a shelf to the server as well; null where the server keeps it anyway. */
export async function sealForRescue(
  write: Extract<Write, { put: unknown }>,
  sealer: Sealer | null,
): Promise<SealedKept | null> {
  const record = recordOf(write)
  if (record === null || sealer === null) return null
  return { sealed: await sealer.seal(record), writtenAt: writtenAt(record) }
}

function recordOf(write: Extract<Write, { put: unknown }>): RescuedRecord | null {
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
      return null
  }
}

const writtenAt = (record: RescuedRecord): Instant | null =>
  record.shelf === 'drafts' ? null : record.value.writtenAt

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
export type Unsent = { readonly changes: number; readonly drafts: number; readonly since: Instant | null }

export async function countRescue(db: PersonDatabase): Promise<Unsent> {
  const tx = db.transaction('rescue', 'readonly')
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
  const drafts = keys.filter(key => key.startsWith(rescueKey('drafts', ''))).length
  const since = values.flatMap(({ writtenAt }) => writtenAt ?? []).toSorted()[0] ?? null
  return { changes: keys.length - drafts, drafts, since }
}

/** Seals everything that would be lost from memory, for a rescue file: it does not ask the disk [S21]. */
export const sealAll = (kept: Pick<Kept, RescuedShelf>, sealer: Sealer): Promise<readonly SealedRecord[]> =>
  Promise.all(
    writesOf(kept).map(async write => {
      const record = recordOf(write)
      if (record === null) throw new Error('only what would be lost is sealed')
      return { key: rescueKey(write.put, write.key), sealed: toBase64(await sealer.seal(record)) }
    }),
  )

/**
 * Seals everything that would be lost anew and keeps the server's key, in one transaction: for a device from before
 * there was such a key, and when the key of the server is another.
 */
export async function sealAnew(
  db: PersonDatabase,
  kept: Pick<Kept, RescuedShelf>,
  sealer: Sealer,
): Promise<void> {
  const sealed = await Promise.all(
    writesOf(kept).map(
      async write => [rescueKey(write.put, write.key), await sealForRescue(write, sealer)] as const,
    ),
  )
  const tx = db.transaction(['rescue', 'recovery'], 'readwrite', { durability: 'strict' })
  const rescue = tx.objectStore('rescue')
  await Promise.all([
    rescue.clear(),
    ...sealed.map(([key, one]) => (one === null ? null : rescue.put(one, key))),
    tx.objectStore('recovery').put({ recoveryKey: sealer.recoveryKey, keyDropped: false }, recoveryPlace),
    tx.done,
  ])
}

function writesOf(kept: Pick<Kept, RescuedShelf>): readonly Extract<Write, { put: unknown }>[] {
  return [
    ...[...kept.outbox].map(([key, value]) => ({ put: 'outbox', key, value }) as const),
    ...[...kept.review].map(([key, value]) => ({ put: 'review', key, value }) as const),
    ...[...kept.drafts].map(([key, value]) => ({ put: 'drafts', key, value }) as const),
  ]
}

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
  const tx = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' })
  const recovery = await tx.objectStore('recovery').get(recoveryPlace)
  if (recovery === undefined) return false
  await Promise.all([
    ...[...db.objectStoreNames].filter(name => !staying.has(name)).map(name => tx.objectStore(name).clear()),
    tx.objectStore('recovery').put({ ...recovery, keyDropped: true }, recoveryPlace),
    tx.done,
  ])
  return true
}

const staying: ReadonlySet<string> = new Set(['rescue', 'recovery'])

function toBase64(bytes: Bytes): string {
  const letters = Array.from(bytes, byte => String.fromCharCode(byte))
  return btoa(letters.join(''))
}
