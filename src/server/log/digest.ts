import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '#sync/checksum.ts'
import type { Recorded } from '#sync/change.ts'

/** A change's digest covers its salt and all that was said; with the salt gone, it tells nothing of the body [S15]. */
export const digestOf = (recorded: Recorded, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(canonical(recorded)).digest()

/** The chain after one more link: nothing earlier can change without every later link changing. */
export const link = (chain: Buffer, number: number, digest: Buffer): Buffer =>
  createHash('sha256').update(chain).update(String(number)).update(digest).digest()

export const newSalt = (): Buffer => randomBytes(16)
