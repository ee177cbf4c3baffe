import { canonical } from '../checksum.ts'
import type { Recorded } from '../change.ts'
import type { Bytes, LogGround } from './ground.ts'

/** A change's digest covers its salt and all that was said; with the salt gone, it tells nothing of the body [S15]. */
export const digestOf = (ground: LogGround, recorded: Recorded, salt: Bytes): Bytes =>
  ground.digest([salt, canonical(recorded)])

/** The chain after one more link: nothing earlier can change without every later link changing. */
export const link = (ground: LogGround, chain: Bytes, number: number, digest: Bytes): Bytes =>
  ground.digest([chain, String(number), digest])
