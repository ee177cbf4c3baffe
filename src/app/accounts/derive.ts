import type { Bytes } from '../store/cipher.ts'
import type { Cost } from './lock.ts'

/** The least a derivation costs (OWASP's least for Argon2id: 19 MiB, two passes). */
const least: Cost = { memory: 19_456, passes: 2 }
const mostMemory = 65_536
const mostPasses = 8
/** How long one derivation should take on this device, in milliseconds. */
const aimedAt = 400

/** The key that wraps the data key, from a PIN or a passphrase. */
export async function deriveKey(pin: string, salt: Bytes, cost: Cost): Promise<CryptoKey> {
  const raw = await derive(pin, salt, cost)
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['wrapKey', 'unwrapKey'])
}

/** How dear a derivation may be on this device: measured once, when the PIN is chosen. `now` in milliseconds. */
export async function calibrate(now: () => number): Promise<Cost> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  // The first run loads and compiles; the second is measured.
  await derive('000000', salt, least)
  const from = now()
  await derive('000000', salt, least)
  return costFor(now() - from)
}

/** The cost that takes about 400 ms on a device where the least takes so many milliseconds. */
export function costFor(leastTakes: number): Cost {
  const times = Math.max(1, aimedAt / Math.max(1, leastTakes))
  const memory = Math.min(mostMemory, Math.round((least.memory * times) / 1024) * 1024)
  const passes = Math.floor((least.passes * times * least.memory) / memory)
  return {
    memory: Math.max(least.memory, memory),
    passes: Math.min(mostPasses, Math.max(least.passes, passes)),
  }
}

async function derive(pin: string, salt: Bytes, { memory, passes }: Cost): Promise<Bytes> {
  const { argon2id } = await import('hash-wasm')
  const raw = await argon2id({
    password: pin.normalize('NFKC'),
    salt,
    parallelism: 1,
    iterations: passes,
    memorySize: memory,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(raw)
}
