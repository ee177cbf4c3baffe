import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { SealedLetter } from '#domain/sealed/letter.ts'
import type { Opener } from '#domain/sealed/opener.ts'

/*
 * Beside the databases of persons: what waits here was written by nobody, as far as this device knows. It stays when
 * somebody signs out, and goes with whoever signs in next. It is counted nowhere [H19].
 */
type ShelfSchema = DBSchema & {
  waiting: { key: string; value: SealedLetter }
  openers: { key: string; value: readonly Opener[] }
}

const place = 'now'

async function onShelf<T>(act: (db: IDBPDatabase<ShelfSchema>) => Promise<T>): Promise<T> {
  const db = await openDB<ShelfSchema>('sealed', 1, {
    upgrade: made => {
      made.createObjectStore('waiting')
      made.createObjectStore('openers')
    },
  })
  try {
    return await act(db)
  } finally {
    db.close()
  }
}

/** Who opens sealed letters, as this device last heard. */
export const readOpeners = (): Promise<readonly Opener[]> =>
  onShelf(async db => (await db.get('openers', place)) ?? [])

export const layOpeners = (openers: readonly Opener[]): Promise<unknown> =>
  onShelf(db => db.put('openers', openers, place))

export const layLetter = (letter: SealedLetter): Promise<unknown> =>
  onShelf(async db => {
    const tx = db.transaction('waiting', 'readwrite', { durability: 'strict' })
    await tx.store.put(letter, letter.id)
    await tx.done
  })

export const readWaiting = (): Promise<readonly SealedLetter[]> => onShelf(db => db.getAll('waiting'))

export const dropLetter = (letter: SealedLetter): Promise<void> =>
  onShelf(db => db.delete('waiting', letter.id))
