import * as log from '#sync/log/digest.ts'
import { nodeGround } from './ground.ts'

/** The chain after one more link, as the log of changes and that of openings make it. */
export const link = (chain: Buffer, number: number, digest: Buffer): Buffer =>
  Buffer.from(log.link(nodeGround, chain, number, digest))
