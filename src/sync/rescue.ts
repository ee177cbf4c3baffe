import type { DeviceId, PersonId } from '#domain/base/ids.ts'
import type { ForReview, Waiting } from './outbox.ts'

/** One record sealed to the server's recovery key, in base64. The key names shelf and place by ids alone, never a person. */
export type SealedRecord = { readonly key: string; readonly sealed: string }

/** What a person hands in who lost the key of a device, or brings a rescue file. Order is that of the keys. */
export type RescueRequest = {
  readonly rescue: typeof rescueVersion
  /** The device that hands it in; the one it was written on may be gone. */
  readonly device: DeviceId
  readonly records: readonly SealedRecord[]
}

export const rescueVersion = 1

/** How many records are handed in at once. */
export const recordsAtOnce = 200

/** What lies under the seal: whose it is, and what it was. */
export type Rescued = { readonly from: PersonId } & RescuedRecord

export type RescuedRecord =
  | { readonly shelf: 'outbox'; readonly value: Waiting }
  | { readonly shelf: 'review'; readonly value: ForReview }
  | { readonly shelf: 'drafts'; readonly key: string; readonly value: { readonly text: string } }

/** The server's word on one record. */
export type RescueWord =
  /** It stands in the log: now, or since long [S1]. */
  | { readonly key: string; readonly is: 'received' }
  /** It was refused, and comes back to its author's eye [S5]. */
  | { readonly key: string; readonly is: 'refused'; readonly review: ForReview }
  | { readonly key: string; readonly is: 'draft'; readonly draft: string; readonly text: string }
  /** Another person wrote it: nothing of it is told or taken. */
  | { readonly key: string; readonly is: 'of-another' }
  /** It was changed or cut, or sealed to another server's key. */
  | { readonly key: string; readonly is: 'unreadable' }

export type RescueAnswer = { readonly words: readonly RescueWord[] }

/**
 * How a record is sealed: version, the sender's passing public key (P-256, uncompressed), salt of HKDF (SHA-256), IV of
 * AES-256-GCM, then the sealed text. Lengths in bytes; both sides read them here.
 */
export const sealedAs = { version: 1, publicKey: 65, salt: 16, iv: 12, meant: 'wuxin rescue 1' } as const

/** Where the sealed text begins. */
export const sealedFrom = 1 + sealedAs.publicKey + sealedAs.salt + sealedAs.iv
