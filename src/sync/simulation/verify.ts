import type { Bytes } from '../log/ground.ts'
import { digestOf, link } from '../log/digest.ts'
import { createMemoryGround, type VillageLog } from '../log/memory-log.ts'

/** Whether a log in memory is sound: every number, digest and link of the chain; in words where it is not [S15]. */
export function verifyInMemory(village: VillageLog | undefined): string | null {
  if (village === undefined) return null
  const ground = createMemoryGround()
  let chain: Bytes = new Uint8Array()
  for (const [at, recorded] of village.log.entries()) {
    const linked = village.links[at]
    if (linked === undefined || recorded.seq !== at + 1) return `number ${at + 1}`
    const { salt, digest } = linked
    if (salt !== null && !same(digestOf(ground, recorded, salt), digest)) return `digest ${at + 1}`
    chain = link(ground, chain, recorded.seq, digest)
  }
  return same(chain, village.moved.chain) && village.log.length === village.moved.head ? null : 'chain'
}

const same = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at])
