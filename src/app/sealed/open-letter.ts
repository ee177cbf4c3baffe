import {
  answerIv,
  meantFor,
  type LetterLine,
  type LetterWords,
  type SealedShare,
  type WrappedKey,
} from '#domain/sealed/letter.ts'
import type { PersonId } from '#domain/base/ids.ts'
import type { Opener } from '#domain/sealed/opener.ts'
import { deriveKey } from '../accounts/derive.ts'
import type { Bytes } from '../store/cipher.ts'
import { fromBase64, openWith, over, sealTo, toBase64 } from './box.ts'
import { sealHalves } from './seal-halves.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
/** What a wrong passphrase costs who tries: Argon2id, 64 MiB, four passes. */
const cost = { memory: 65_536, passes: 4 } as const
const ivLength = 12
const toBytes = new TextEncoder()
const toText = new TextDecoder()

/** Makes an opener's key; the private half leaves this page only under the passphrase. */
export async function makeKey(
  passphrase: string,
): Promise<{ readonly key: string; readonly wrapped: WrappedKey }> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(ivLength))
  const under = await deriveKey(passphrase, salt, cost)
  const wrapped = await crypto.subtle.wrapKey('pkcs8', privateKey, under, { name: 'AES-GCM', iv })
  return {
    key: toBase64(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    wrapped: {
      wrapped: toBase64(new Uint8Array(wrapped)),
      iv: toBase64(iv),
      salt: toBase64(salt),
      ...cost,
    },
  }
}

/** The private key, for this page alone; null where the passphrase is another. */
export async function unwrapKey(passphrase: string, kept: WrappedKey): Promise<CryptoKey | null> {
  const under = await deriveKey(passphrase, fromBase64(kept.salt), kept)
  const algorithm = { name: 'AES-GCM', iv: fromBase64(kept.iv) }
  return crypto.subtle
    .unwrapKey('pkcs8', fromBase64(kept.wrapped), under, algorithm, curve, false, ['deriveBits'])
    .catch(() => null)
}

type Holder = { readonly me: PersonId; readonly privateKey: CryptoKey }

/** Turns the own halves over to the others who still open: each sealed to the one it belongs with. */
export async function turnOver(
  letter: LetterLine,
  { me, privateKey }: Holder,
  openers: readonly Opener[],
): Promise<readonly SealedShare[]> {
  const turned = letter.mine.map(async share => {
    const other = openers.find(({ id }) => id === share.with)
    if (other === undefined) return []
    const half = await openWith(privateKey, meantFor.share(letter.id, me, share.with), share.sealed)
    const sealed = await sealTo(other.key, meantFor.given(letter.id, me, other.id), half)
    return [{ for: other.id, with: me, sealed }]
  })
  return (await Promise.all(turned)).flat()
}

/** New halves of an open letter for those who open now; who writes it passes on both halves as they were [H19]. */
export const sealAnew = async (
  letter: LetterLine,
  holder: Holder,
  openers: readonly Opener[],
): Promise<readonly SealedShare[]> => sealHalves(letter.id, await keyOf(letter, holder), openers)

/** Lays the own half over one that was turned over, and reads the letter. */
export async function readLetter(letter: LetterLine, holder: Holder, body: string): Promise<LetterWords> {
  const key = await crypto.subtle.importKey('raw', await keyOf(letter, holder), 'AES-GCM', false, ['decrypt'])
  const bytes = fromBase64(body)
  const algorithm = {
    name: 'AES-GCM',
    iv: bytes.slice(0, ivLength),
    additionalData: toBytes.encode(letter.id),
  }
  const opened = await crypto.subtle.decrypt(algorithm, key, bytes.slice(ivLength))
  return JSON.parse(toText.decode(opened)) as LetterWords // the writer's own app wrote it, under this seal
}

/** The letter's key out of the own half and one that was turned over. */
async function keyOf(letter: LetterLine, { me, privateKey }: Holder): Promise<Bytes> {
  const [given] = letter.given
  const own = letter.mine.find(share => share.with === given?.with)
  if (given === undefined || own === undefined) throw new Error('the other half is not here')
  const mine = await openWith(privateKey, meantFor.share(letter.id, me, own.with), own.sealed)
  const theirs = await openWith(privateKey, meantFor.given(letter.id, own.with, me), given.sealed)
  return over(mine, theirs)
}

/** An answer, sealed under the code on the family's slip: who does not hold it reads nothing. */
export async function sealAnswer(code: string, words: string): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', toBytes.encode(code), 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: toBytes.encode(meantFor.answer) },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const iv = crypto.getRandomValues(new Uint8Array(answerIv))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, toBytes.encode(words))
  return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}
