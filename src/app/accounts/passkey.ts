import type { Bytes } from '../store/cipher.ts'
import type { PersonDatabase } from '../store/database.ts'
import type { PasskeyAnswer } from '../sync/session.ts'
import { keyIs, lockKey, openVault, openWrapped, place, putLock, unwrapToWrap } from './vault.ts'
import { noTries } from './lock.ts'

/**
 * A passkey as a second way to the data key: the authenticator derives a secret of its own for this device (the `prf`
 * extension), which wraps the same key a second time. The PIN stays.
 */
export async function hasPasskeys(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || isAddress(location.hostname)) return false
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false)
}

/** A passkey belongs to a host name; there is none for a bare address. */
const isAddress = (host: string): boolean => /^[\d.]+$|:/.test(host)

/** The same for somebody at work: the PIN is asked for as at the door, where wrong tries are counted and slow down. */
export async function addPasskeyWith(
  { db, name }: { readonly db: PersonDatabase; readonly name: string },
  pin: string,
): Promise<PasskeyAnswer> {
  const opened = await openVault(db, pin, () => Date.now())
  if (!opened.ok) return opened
  const added = await addPasskey(db, pin, name)
  return added ? { ok: true } : { ok: false, because: 'not-added', waitSeconds: 0 }
}

/** Takes the passkey away; the PIN stays. */
export async function dropPasskey(db: PersonDatabase): Promise<void> {
  const lock = await db.get('vault', lockKey)
  if (lock === undefined) return
  const { passkey: _, ...rest } = lock
  await putLock(db, rest)
}

/** Adds a passkey beside the PIN, which is asked for once more. False where PIN or authenticator says no. */
export async function addPasskey(db: PersonDatabase, pin: string, name: string): Promise<boolean> {
  const lock = await db.get('vault', lockKey)
  if (lock === undefined) return false
  const dataKey = await unwrapToWrap(lock, pin).catch(() => null)
  if (dataKey === null) return false
  const salt = crypto.getRandomValues(new Uint8Array(32))
  const credential = await create(name, salt)
  if (credential === null) return false
  const wrapping = await wrappingKey(credential, salt)
  if (wrapping === null) return false
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const wrapped = new Uint8Array(
    await crypto.subtle.wrapKey('raw', dataKey, wrapping, { name: 'AES-GCM', iv, additionalData: place }),
  )
  await putLock(db, { ...lock, passkey: { credential, salt, iv, wrapped } })
  return true
}

/** Opens the vault with the passkey; null where there is none or the person turned away. */
export async function openWithPasskey(db: PersonDatabase): Promise<CryptoKey | null> {
  const lock = await db.get('vault', lockKey)
  if (lock?.passkey === undefined) return null
  const wrapping = await wrappingKey(lock.passkey.credential, lock.passkey.salt)
  if (wrapping === null) return null
  const key = await openWrapped(lock.passkey, wrapping).catch(() => null)
  if (key !== null) await putLock(db, { ...lock, tries: noTries })
  return key
}

/** Whether a passkey was added on this device. */
export const hasPasskeyIn = async (db: PersonDatabase): Promise<boolean> =>
  (await db.get('vault', lockKey))?.passkey !== undefined

async function create(name: string, salt: Bytes): Promise<Bytes | null> {
  const made = await navigator.credentials
    .create({
      publicKey: {
        rp: { name: '五心' },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    .catch(() => null)
  return made instanceof PublicKeyCredential ? new Uint8Array(made.rawId) : null
}

async function wrappingKey(id: Bytes, salt: Bytes): Promise<CryptoKey | null> {
  const got = await navigator.credentials
    .get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    .catch(() => null)
  const secret =
    got instanceof PublicKeyCredential ? got.getClientExtensionResults().prf?.results?.first : undefined
  return secret === undefined
    ? null
    : crypto.subtle.importKey('raw', secret, keyIs, false, ['wrapKey', 'unwrapKey'])
}
