import { createHash, webcrypto } from 'node:crypto'
import { answerIv, meantFor } from '#domain/sealed/letter.ts'

/** What is kept of a slip's code: whoever reads the table learns no code from it. */
export const receiptOf = (code: string): string => createHash('sha256').update(code).digest('hex')

/** Opens an answer with the code on the slip; null where it was cut or changed. */
export async function openAnswer(code: string, sealed: string): Promise<string | null> {
  const bytes = Buffer.from(sealed, 'base64')
  const { subtle } = webcrypto
  const secret = await subtle.importKey('raw', Buffer.from(code), 'HKDF', false, ['deriveKey'])
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: Buffer.from(meantFor.answer) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const iv = bytes.subarray(0, answerIv)
  const opened = await subtle
    .decrypt({ name: 'AES-GCM', iv }, key, bytes.subarray(answerIv))
    .catch(() => null)
  return opened === null ? null : new TextDecoder().decode(opened)
}
