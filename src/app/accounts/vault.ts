import type { PersonDatabase } from '../store/database.ts'
import { readRecovery } from '../store/rescue-shelf.ts'
import { calibrate, deriveKey } from './derive.ts'
import {
  afterWrong,
  mostTries,
  noTries,
  secondsLeft,
  sinceSetBack,
  waitAfter,
  type Lock,
  type Wrapped,
} from './lock.ts'

/** The data key in memory: it opens and seals, and cannot be taken out. */
export type Unlocked =
  | { readonly ok: true; readonly key: CryptoKey }
  | {
      readonly ok: false
      readonly because: 'wrong-pin' | 'wait' | 'sign-in-first' | 'no-room'
      readonly waitSeconds: number
    }

/** The one key of the shelf `vault`. */
export const lockKey = 'this'
export const keyIs: AesKeyGenParams = { name: 'AES-GCM', length: 256 }
/** Sealed with every wrapping of the data key. */
export const place = new TextEncoder().encode('vault/this')

/** Makes a data key and wraps it under the PIN. What was kept under another key before cannot be read any more. */
export async function makeVault(db: PersonDatabase, pin: string): Promise<CryptoKey> {
  const cost = await calibrate(() => performance.now())
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const wrapping = await deriveKey(pin, salt, cost)
  const fresh = await crypto.subtle.generateKey(keyIs, true, ['encrypt', 'decrypt'])
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', fresh, wrapping, wrappingIs(iv)))
  const lock: Lock = { salt, cost, iv, wrapped, tries: noTries }
  await putLock(db, lock)
  return openWrapped(lock, wrapping)
}

/** Opens the vault. A try is counted on the disk before it is looked at, so that no killed app makes tries free. */
export async function openVault(db: PersonDatabase, pin: string, now: () => number): Promise<Unlocked> {
  const lock = await db.get('vault', lockKey)
  if (lock === undefined || lock.tries.wrong >= mostTries)
    return { ok: false, because: 'sign-in-first', waitSeconds: 0 }
  const tries = sinceSetBack(lock.tries, now())
  if (tries !== lock.tries && !(await isPut(db, { ...lock, tries }))) return noRoom
  const left = secondsLeft(tries, now())
  if (left > 0) return { ok: false, because: 'wait', waitSeconds: left }
  const tried = { ...lock, tries: afterWrong(tries, now()) }
  // A try that cannot be counted is not looked at: a full disk must not make tries free [S21].
  if (!(await isPut(db, tried))) return noRoom
  const wrapping = await deriveKey(pin, lock.salt, lock.cost)
  try {
    const key = await openWrapped(lock, wrapping)
    await isPut(db, { ...lock, tries: noTries })
    return { ok: true, key }
  } catch {
    const { wrong } = tried.tries
    return wrong >= mostTries
      ? { ok: false, because: 'sign-in-first', waitSeconds: 0 }
      : { ok: false, because: 'wrong-pin', waitSeconds: waitAfter(wrong) }
  }
}

const noRoom: Unlocked = { ok: false, because: 'no-room', waitSeconds: 0 }

const isPut = (db: PersonDatabase, lock: Lock): Promise<boolean> =>
  putLock(db, lock).then(
    () => true,
    () => false,
  )

/** Whether there is a vault, and whether the PIN is still looked at. `dropped`: the key is gone, what was not sent is not. */
export async function vaultIn(db: PersonDatabase): Promise<'none' | 'shut' | 'sign-in-first' | 'dropped'> {
  const lock = await db.get('vault', lockKey)
  if (lock === undefined) return (await readRecovery(db)) === null ? 'none' : 'dropped'
  return lock.tries.wrong >= mostTries ? 'sign-in-first' : 'shut'
}

/** The person has proved who they are with the password, online: the PIN is looked at again. */
export async function allowTries(db: PersonDatabase): Promise<void> {
  const lock = await db.get('vault', lockKey)
  if (lock !== undefined) await putLock(db, { ...lock, tries: noTries })
}

/** Keeps the lock, on the disk when this resolves. */
export async function putLock(db: PersonDatabase, lock: Lock): Promise<void> {
  const tx = db.transaction('vault', 'readwrite', { durability: 'strict' })
  await Promise.all([tx.store.put(lock, lockKey), tx.done])
}

/** The data key for use in memory; it cannot be taken out again. Throws under a wrong key. */
export const openWrapped = (wrapped: Wrapped, wrapping: CryptoKey): Promise<CryptoKey> =>
  unwrap(wrapped, wrapping, false)

/** The data key as it must be to be wrapped once more. Throws under a wrong PIN. */
export const unwrapToWrap = async (lock: Lock, pin: string): Promise<CryptoKey> =>
  unwrap(lock, await deriveKey(pin, lock.salt, lock.cost), true)

const unwrap = ({ iv, wrapped }: Wrapped, wrapping: CryptoKey, extractable: boolean): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey('raw', wrapped, wrapping, wrappingIs(iv), keyIs, extractable, [
    'encrypt',
    'decrypt',
  ])

const wrappingIs = (iv: Wrapped['iv']): AesGcmParams => ({ name: 'AES-GCM', iv, additionalData: place })
