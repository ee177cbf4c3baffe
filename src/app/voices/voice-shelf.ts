import type { Instant } from '#domain/base/days.ts'
import type { VoiceId } from '#domain/base/ids.ts'
import type { VoiceFacts } from '#sync/voice.ts'
import { seal, unseal, type Bytes } from '../store/cipher.ts'
import type { PersonDatabase, VoiceOut } from '../store/database.ts'
import { addressOf } from './voice-out.ts'

/** A note as this device keeps it, sealed under the data key: with the key of its pieces. */
export type VoiceKept = VoiceFacts & {
  readonly spokenAt: Instant
  /** The epoch of the server that has said that it has all of it; null until then. After a restore it is sent again [S6]. */
  readonly receivedIn: string | null
}

/** What lies here of voice notes. The keys are ids and numbers. */
export type VoicesRead = {
  readonly kept: ReadonlyMap<VoiceId, VoiceKept>
  /** How many pieces lie here of each note; one is about a second. */
  readonly pieces: ReadonlyMap<VoiceId, number>
}

const place = (voice: VoiceId): string => `voices/${voice}`
const pieceKey = (voice: VoiceId, number: number): string => `${voice}/${String(number).padStart(4, '0')}`
const allOf = (voice: VoiceId): IDBKeyRange => IDBKeyRange.bound(`${voice}/`, `${voice}/~`)
export async function readVoices(db: PersonDatabase, key: CryptoKey): Promise<VoicesRead> {
  const tx = db.transaction(['voices', 'voicePieces'], 'readonly')
  const [sealed, pieceKeys] = await Promise.all([
    tx.objectStore('voices').getAll(),
    tx.objectStore('voicePieces').getAllKeys(),
  ])
  const kept = new Map<VoiceId, VoiceKept>()
  for (const { voice, bytes } of sealed)
    kept.set(voice, JSON.parse(await unseal(key, place(voice), bytes)) as VoiceKept) // as `layKept` wrote it
  const pieces = new Map<VoiceId, number>()
  for (const one of pieceKeys) {
    const { voice } = addressOf(`//${one.split('/')[0] ?? ''}`)
    pieces.set(voice, (pieces.get(voice) ?? 0) + 1)
  }
  return { kept, pieces }
}

export type VoiceStep = {
  readonly kept?: { readonly voice: VoiceId; readonly value: VoiceKept | null }
  readonly out?: readonly { readonly key: string; readonly value: VoiceOut | null }[]
  /** A note whose pieces go. */
  readonly unheard?: VoiceId
}

/** One transaction: all of it is on the disk when this resolves, or nothing [S3]. */
export async function commitVoice(
  db: PersonDatabase,
  key: CryptoKey,
  { kept, out = [], unheard }: VoiceStep,
): Promise<void> {
  const bytes =
    kept === undefined || kept.value === null
      ? null
      : await seal(key, place(kept.voice), JSON.stringify(kept.value))
  const tx = db.transaction(['voices', 'voicePieces', 'voiceOut'], 'readwrite', { durability: 'strict' })
  const voices = tx.objectStore('voices')
  const outs = tx.objectStore('voiceOut')
  await Promise.all([
    kept === undefined
      ? null
      : bytes === null
        ? voices.delete(kept.voice)
        : voices.put({ voice: kept.voice, bytes }, kept.voice),
    ...out.map(one => (one.value === null ? outs.delete(one.key) : outs.put(one.value, one.key))),
    unheard === undefined ? null : tx.objectStore('voicePieces').delete(allOf(unheard)),
    tx.done,
  ])
}

/** Lays one sealed piece on the disk. */
export async function layPiece(
  db: PersonDatabase,
  { voice, number }: { readonly voice: VoiceId; readonly number: number },
  sealed: Bytes,
): Promise<void> {
  const tx = db.transaction('voicePieces', 'readwrite', { durability: 'strict' })
  await Promise.all([tx.store.put(sealed, pieceKey(voice, number)), tx.done])
}

/** A note's pieces as they lie sealed, in their order; some of them where a beginning and a count are given. */
export async function readPieces(
  db: PersonDatabase,
  voice: VoiceId,
  from = 0,
  most = 100_000,
): Promise<readonly Bytes[]> {
  const range = IDBKeyRange.bound(pieceKey(voice, from), `${voice}/~`)
  return db.getAll('voicePieces', range, most)
}
