import type { LetterId, PersonId } from '#domain/base/ids.ts'
import { letterBlock, type LetterWords, type SealedLetter } from '#domain/sealed/letter.ts'
import type { Opener } from '#domain/sealed/opener.ts'
import { receiptLength, receiptLetters } from '#domain/sealed/receipt.ts'
import type { Bytes } from '../store/cipher.ts'
import { newId } from '../sync/new-id.ts'
import { toBase64 } from './box.ts'
import { sealHalves } from './seal-halves.ts'

const toBytes = new TextEncoder()
const ivLength = 12

/**
 * Seals a letter to every two of the openers who may open together: its key is drawn by chance, laid in two halves for
 * each pair, and forgotten. After this no device, and no server, can read it [H19].
 */
export async function sealLetter(
  words: string,
  openers: readonly Opener[],
  leftOut: readonly PersonId[] = [],
): Promise<{ readonly letter: SealedLetter; readonly code: string }> {
  const id = newId<LetterId>()
  const code = newReceipt()
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const body = await sealBody(raw, id, { words, code, leftOut })
  return {
    letter: { id, receipt: await digestOf(code), body, shares: await sealHalves(id, raw, openers) },
    code,
  }
}

async function sealBody(raw: Bytes, id: LetterId, words: LetterWords): Promise<string> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const algorithm = { name: 'AES-GCM', iv, additionalData: toBytes.encode(id) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, filled(JSON.stringify(words))))
  return toBase64(new Uint8Array([...iv, ...sealed]))
}

/** Filled up with blanks, so that the length of a letter says little. */
function filled(text: string): Bytes {
  const bytes = toBytes.encode(text)
  const whole = new Uint8Array(Math.ceil(bytes.length / letterBlock) * letterBlock).fill(0x20)
  whole.set(bytes)
  return whole
}

const newReceipt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(receiptLength)), byte => receiptLetters[byte & 31]).join(
    '',
  )

async function digestOf(code: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', toBytes.encode(code)))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}
