import { webcrypto } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { selectRecoveryKey, updateRecoveryKey, type KeyRow } from './recovery-key.sql.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The public half, for devices: raw P-256 in base64. Made here where the host has none yet. */
export const recoveryKeyOf = async (db: Db): Promise<string> => (await keysOf(db)).recovery_public

/** The private half, to open with. It cannot be taken out of this program again. */
export async function openingKeyOf(db: Db): Promise<webcrypto.CryptoKey> {
  const { recovery_private } = await keysOf(db)
  const pkcs8 = Buffer.from(recovery_private, 'base64')
  return webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['deriveBits'])
}

async function keysOf(db: Db): Promise<KeyRow> {
  const known = await selectRecoveryKey(db)
  if (known !== null) return known
  await updateRecoveryKey(db, await makeKeys())
  const made = await selectRecoveryKey(db)
  if (made === null) throw new Error('the host has no recovery key')
  return made
}

async function makeKeys(): Promise<KeyRow> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(curve, true, ['deriveBits'])
  const [raw, pkcs8] = await Promise.all([
    webcrypto.subtle.exportKey('raw', publicKey),
    webcrypto.subtle.exportKey('pkcs8', privateKey),
  ])
  return {
    recovery_public: Buffer.from(raw).toString('base64'),
    recovery_private: Buffer.from(pkcs8).toString('base64'),
  }
}
