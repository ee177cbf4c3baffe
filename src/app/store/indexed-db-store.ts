import { shelves, type DeviceStore, type Kept, type Shelf, type Write } from '#sync/engine/store.ts'
import { seal, unseal, type Bytes } from './cipher.ts'
import type { PersonDatabase, SealedKept } from './database.ts'
import { isRescued, rescueKey, sealForRescue } from './rescue-shelf.ts'
import type { Sealer } from './sealer.ts'

/**
 * A device's disk in IndexedDB, every value sealed under the data key; what would be lost with that key is sealed to
 * the server as well, and comes and goes in the same transaction [S2] [S5].
 */
export const createIndexedDbStore = (
  db: PersonDatabase,
  key: CryptoKey,
  sealer: () => Sealer | null = () => null,
): DeviceStore => ({
  read: async () => unsealAll(await readSealed(db), key),
  commit: async writes => {
    // Sealed before the transaction is opened: it would close by itself while the cipher works.
    const sealed = await Promise.all(writes.map(write => sealWrite(write, { key, sealer: sealer() })))
    await commitSealed(db, sealed)
  },
})

type Sealed =
  | {
      readonly put: Extract<Write, { put: unknown }>['put']
      readonly key: string
      readonly bytes: Bytes
      readonly forRescue: SealedKept | null
    }
  | Extract<Write, { drop: unknown }>

async function sealWrite(
  write: Write,
  { key, sealer }: { readonly key: CryptoKey; readonly sealer: Sealer | null },
): Promise<Sealed> {
  if ('drop' in write) return write
  const bytes = await seal(key, placeOf(write.put, write.key), JSON.stringify(write.value))
  return { put: write.put, key: write.key, bytes, forRescue: await sealForRescue(write, sealer) }
}

async function commitSealed(db: PersonDatabase, writes: readonly Sealed[]): Promise<void> {
  const touched = new Set(writes.map(shelfOf))
  if (touched.size === 0) return
  const stores = [...touched].some(isRescued) ? ([...touched, 'rescue'] as const) : [...touched]
  // `strict`: resolved means on the disk, not in a buffer that a dead battery empties [S3].
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  try {
    for (const write of writes) {
      if ('drop' in write) void tx.objectStore(write.drop).delete(write.key).catch(ignored)
      else void tx.objectStore(write.put).put(write.bytes, write.key).catch(ignored)
      if (!isRescued(shelfOf(write))) continue
      const beside = tx.objectStore('rescue')
      const place = rescueKey(shelfOf(write), write.key)
      if ('drop' in write || write.forRescue === null) void beside.delete(place).catch(ignored)
      else void beside.put(write.forRescue, place).catch(ignored)
    }
  } catch (fault) {
    // All or none: what was put already goes with it.
    void tx.done.catch(ignored)
    tx.abort()
    throw fault
  }
  await tx.done
}

const shelfOf = (write: Write | Sealed): Shelf => ('drop' in write ? write.drop : write.put)

/** What one request of a transaction failed of, `tx.done` says for all. */
const ignored = (): null => null

type SealedShelf = readonly (readonly [key: string, bytes: Bytes])[]

async function readSealed(db: PersonDatabase): Promise<readonly SealedShelf[]> {
  // One transaction over all shelves: no half of another tab's commit is seen [S20].
  const tx = db.transaction(shelves, 'readonly')
  const read = shelves.map(async shelf => {
    const store = tx.objectStore(shelf)
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
    return keys.flatMap((key, at) => {
      const bytes = values[at]
      return bytes === undefined ? [] : [[key, bytes] as const]
    })
  })
  const all = await Promise.all(read)
  await tx.done
  return all
}

async function unsealAll(sealed: readonly SealedShelf[], key: CryptoKey): Promise<Kept> {
  const read = shelves.map(async (shelf, at): Promise<[string, unknown]> => {
    const opened = (sealed[at] ?? []).map(async ([place, bytes]): Promise<[string, unknown]> => {
      return [place, JSON.parse(await unseal(key, placeOf(shelf, place), bytes))]
    })
    return [shelf, new Map(await Promise.all(opened))]
  })
  const kept: unknown = Object.fromEntries(await Promise.all(read))
  // Every shelf holds what `Write` let be put on it, and the cipher has proved that it is the same still.
  return kept as Kept
}

const placeOf = (shelf: string, key: string): string => `${shelf}/${key}`
