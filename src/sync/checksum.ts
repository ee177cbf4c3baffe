import type { Household } from '#domain/households/household.ts'

/**
 * A checksum of a village: the sum of its households' hashes, so that one household can change without the rest
 * being read [S9]. It tells that two machines hold the same, and is no protection against malice; the digest chain is.
 */
export const noChecksum = 0

const modulus = 2 ** 52

/** The hash of one household's state, the same whatever the order of its keys: an integer below 2^52. */
export const hashOf = (household: Household): number => hashText(canonical(household))

export const addHash = (checksum: number, hash: number): number => (checksum + hash) % modulus

export const subtractHash = (checksum: number, hash: number): number => (checksum - hash + modulus) % modulus

export const checksumOf = (households: Iterable<Household>): number => {
  let checksum = noChecksum
  for (const household of households) checksum = addHash(checksum, hashOf(household))
  return checksum
}

/**
 * JSON with the keys of every level in order, as text: equal states give equal texts. What is put in order is a copy,
 * which the engine's own writer turns into text: four times as fast as writing it here.
 */
export const canonical = (value: unknown): string => JSON.stringify(inOrder(value)) ?? 'null'

function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(inOrder)
  const ordered: Record<string, unknown> = {}
  // By insertion: some ten keys, most of them in order already.
  const keys = Object.keys(value)
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at] ?? ''
    let before = at - 1
    for (; before >= 0 && (keys[before] ?? '') > key; before--) keys[before + 1] = keys[before] ?? ''
    keys[before + 1] = key
  }
  // A plain record: arrays and null were seen above.
  for (const key of keys) ordered[key] = inOrder((value as Record<string, unknown>)[key])
  return ordered
}

// Two 32-bit multiplicative hashes side by side (the widely used "cyrb53" mixing), cut to 52 bits.
export function hashText(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (2 ** 32 * (0xfffff & low) + (high >>> 0)) % modulus
}
