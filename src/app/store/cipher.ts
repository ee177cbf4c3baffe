/** Bytes as WebCrypto and IndexedDB take them. */
export type Bytes = Uint8Array<ArrayBuffer>

const ivLength = 12
const toBytes = new TextEncoder()
const toText = new TextDecoder()

/**
 * Seals a text under the device's data key: AES-GCM with a random IV in front. The place it lies at is sealed with it,
 * so that one record cannot be laid in the place of another.
 */
export const seal = (key: CryptoKey, place: string, text: string): Promise<Bytes> =>
  sealBytes(key, place, toBytes.encode(text))

/** Opens what was sealed; throws where key, place or bytes are others. */
export const unseal = async (key: CryptoKey, place: string, bytes: Bytes): Promise<string> =>
  toText.decode(await unsealBytes(key, place, bytes))

/** The same for bytes that are no text. */
export async function sealBytes(key: CryptoKey, place: string, open: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const sealed = await crypto.subtle.encrypt(algorithm(iv, place), key, open)
  const bytes = new Uint8Array(ivLength + sealed.byteLength)
  bytes.set(iv)
  bytes.set(new Uint8Array(sealed), ivLength)
  return bytes
}

export async function unsealBytes(key: CryptoKey, place: string, bytes: Bytes): Promise<Bytes> {
  const iv = bytes.slice(0, ivLength)
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(iv, place), key, bytes.slice(ivLength)))
}

const algorithm = (iv: Bytes, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: toBytes.encode(place),
})
