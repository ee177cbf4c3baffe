import type { VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { checksumOf } from '#sync/checksum.ts'
import { hasImpossibleClock } from '#sync/decide.ts'
import { evolve } from '#sync/evolve.ts'
import { digestOf, link } from '#sync/log/digest.ts'
import type { Bytes } from '#sync/log/ground.ts'
import type { Db } from '../db/database.ts'
import { nodeGround } from './ground.ts'
import { presentChange } from './pull.sql.ts'

/** Whether a village's log is what it was when it was written, and where it first is not. */
export type Verification =
  /** `clockOff`: the numbers of changes that bear a time which cannot be, kept as they were said [S18]. */
  | { readonly is: 'sound'; readonly head: number; readonly clockOff: readonly number[] }
  | { readonly is: 'broken'; readonly at: number; readonly what: 'number' | 'digest' | 'chain' | 'state' }

/**
 * Reads a village's log from its first change: numbers without gaps, every digest over its body, the chain over all
 * digests, and the states as the fold of what is written. Erased bodies are passed over: their link still holds, and
 * what their household is, its erasure says [S15], or the expiry of its advice [H2].
 */
export async function verifyVillage(db: Db, village: VillageCode): Promise<Verification> {
  const kept = await db
    .selectFrom('villages')
    .selectAll()
    .where('code', '=', village)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('village_code', '=', village)
    .orderBy('seq')
    .execute()
  let chain: Bytes = Buffer.alloc(0)
  const households = new Map<string, Household | null>()
  const bodiless = new Map<string, string>()
  const clockOff: number[] = []
  for (const [index, row] of rows.entries()) {
    if (row.seq !== index + 1) return { is: 'broken', at: index + 1, what: 'number' }
    chain = link(nodeGround, chain, row.seq, row.digest)
    if (row.salt === null) {
      bodiless.set(`${row.household_id} ${row.kind}`, row.household_id)
      continue
    }
    const recorded = presentChange(row)
    if (!row.digest.equals(digestOf(nodeGround, recorded, row.salt)))
      return { is: 'broken', at: row.seq, what: 'digest' }
    if (row.kind === 'advice.expire') bodiless.delete(`${row.household_id} advice.give`)
    if (hasImpossibleClock(recorded.change, recorded.receivedAt)) clockOff.push(row.seq)
    households.set(row.household_id, evolve(households.get(row.household_id) ?? null, recorded))
  }
  if (rows.length !== kept.head || !kept.chain.equals(chain))
    return { is: 'broken', at: rows.length, what: 'chain' }
  // A body may be gone only where its household was erased, or as advice that was said to be over after it.
  const isErased = [...bodiless.values()].every(id => households.get(id)?.erased !== undefined)
  const folded = checksumOf([...households.values()].filter(household => household !== null))
  if (!isErased || folded !== kept.checksum_team) return { is: 'broken', at: rows.length, what: 'state' }
  return { is: 'sound', head: kept.head, clockOff }
}
