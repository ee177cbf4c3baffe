import type { PersonId } from '#domain/base/ids.ts'
import { sealedAs, sealedFrom, type RescuedRecord } from '#sync/rescue.ts'
import type { VoiceRecord } from '#sync/voice.ts'
import type { Bytes } from './cipher.ts'

/** Seals for the server alone: what is sealed here, this device cannot open again. */
export type Sealer = {
  /** The server's public key, as it was given: raw P-256 in base64. */
  readonly recoveryKey: string
  readonly seal: (record: RescuedRecord | VoiceRecord) => Promise<Bytes>
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const meant = new TextEncoder().encode(sealedAs.meant)

/**
 * A sealer of this person's records. Its own key pair lives as long as the sealer, each record has a key of its own from
 * it (by HKDF's salt). Throws where `recoveryKey` is no key.
 */
export async function createSealer(recoveryKey: string, from: PersonId): Promise<Sealer> {
  const raw = Uint8Array.from(atob(recoveryKey), letter => letter.charCodeAt(0))
  const server = await crypto.subtle.importKey('raw', raw, curve, false, [])
  const passing = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, passing.privateKey, 256)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', passing.publicKey))
  return {
    recoveryKey,
    seal: record => sealWith({ secret, publicKey }, JSON.stringify({ from, ...record })),
  }
}

type Passing = { readonly secret: CryptoKey; readonly publicKey: Bytes }

async function sealWith({ secret, publicKey }: Passing, text: string): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(sealedAs.salt))
  const iv = crypto.getRandomValues(new Uint8Array(sealedAs.iv))
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: meant },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const algorithm = { name: 'AES-GCM', iv, additionalData: meant }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, new TextEncoder().encode(text)))
  const bytes = new Uint8Array(sealedFrom + sealed.length)
  bytes.set([sealedAs.version])
  bytes.set(publicKey, 1)
  bytes.set(salt, 1 + sealedAs.publicKey)
  bytes.set(iv, 1 + sealedAs.publicKey + sealedAs.salt)
  bytes.set(sealed, sealedFrom)
  return bytes
}
