import { webcrypto } from 'node:crypto'
import type * as z from 'zod/mini'
import { sealedAs, sealedFrom } from '#sync/rescue.ts'
import { rescued } from '#sync/rescue.schema.ts'

export type Opened = z.infer<typeof rescued>

/** Opens what a device sealed to this host; null where it was cut or changed, or sealed to another key. */
export const openSealed = async (key: webcrypto.CryptoKey, sealed: string): Promise<Opened | null> =>
  rescued.safeParse(await openRecord(key, sealed)).data ?? null

/** The record under a seal, of whatever kind; null where it cannot be opened. */
export async function openRecord(key: webcrypto.CryptoKey, sealed: string): Promise<unknown> {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length <= sealedFrom || bytes[0] !== sealedAs.version) return null
  try {
    return JSON.parse(await decrypt(key, bytes))
  } catch {
    return null
  }
}

async function decrypt(key: webcrypto.CryptoKey, bytes: Buffer): Promise<string> {
  const salt = 1 + sealedAs.publicKey
  const iv = salt + sealedAs.salt
  const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
  const sender = await webcrypto.subtle.importKey('raw', bytes.subarray(1, salt), curve, false, [])
  const shared = await webcrypto.subtle.deriveBits({ name: 'ECDH', public: sender }, key, 256)
  const secret = await webcrypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const meant = Buffer.from(sealedAs.meant)
  const opening = await webcrypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: bytes.subarray(salt, iv), info: meant },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const algorithm = { name: 'AES-GCM', iv: bytes.subarray(iv, sealedFrom), additionalData: meant }
  const opened = await webcrypto.subtle.decrypt(algorithm, opening, bytes.subarray(sealedFrom))
  return new TextDecoder().decode(opened)
}
