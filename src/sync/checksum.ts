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

/** JSON with the keys of every level in order, as text: equal states give equal texts. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
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
