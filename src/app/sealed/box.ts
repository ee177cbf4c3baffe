import type { Bytes } from '../store/cipher.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const publicLength = 65
const ivLength = 12
const toBytes = new TextEncoder()

/**
 * Seals bytes to a public key: a passing P-256 key, ECDH, HKDF-SHA-256, AES-GCM. What it is meant for is bound in, so
 * that one seal cannot be laid in the place of another. Gives passing key, IV and cipher text in base64.
 */
export async function sealTo(key: string, meant: string, bytes: Bytes): Promise<string> {
  const other = await crypto.subtle.importKey('raw', fromBase64(key), curve, false, [])
  const passing = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', passing.publicKey))
  const secret = await secretOf(passing.privateKey, other, { salt: publicKey, meant })
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, bytes))
  return toBase64(new Uint8Array([...publicKey, ...iv, ...sealed]))
}

/** Opens what was sealed; throws where key, meaning or bytes are others. */
export async function openWith(privateKey: CryptoKey, meant: string, sealed: string): Promise<Bytes> {
  const bytes = fromBase64(sealed)
  const publicKey = bytes.slice(0, publicLength)
  const passing = await crypto.subtle.importKey('raw', publicKey, curve, false, [])
  const secret = await secretOf(privateKey, passing, { salt: publicKey, meant })
  const iv = bytes.slice(publicLength, publicLength + ivLength)
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv },
    secret,
    bytes.slice(publicLength + ivLength),
  )
  return new Uint8Array(opened)
}

async function secretOf(
  own: CryptoKey,
  other: CryptoKey,
  { salt, meant }: { readonly salt: Bytes; readonly meant: string },
): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: toBytes.encode(meant) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** Two of the same length, laid over each other: a key in two halves, and back. */
export const over = (one: Bytes, other: Bytes): Bytes => one.map((byte, at) => byte ^ (other[at] ?? 0))

export const toBase64 = (bytes: Bytes): string =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
