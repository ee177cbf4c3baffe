import { createHash } from 'node:crypto'
import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import type { OpeningId, VillageCode } from '#domain/base/ids.ts'
import { canonical } from '#sync/checksum.ts'
import type { Author } from '#sync/change.ts'
import type { Opening } from '#sync/wire.ts'
import type { Db, Tables, Tx } from '../db/database.ts'
import { link } from '../log/digest.ts'
import * as kept from './openings.sql.ts'

/**
 * Writes down who opened which household of one village, when and why: append-only, chained under the village's lock,
 * each once however often it is sent. The household reads it [H22]. An opening of a household that is not in the
 * village is passed over: nothing was there to be seen.
 */
export function keepOpenings(
  db: Db,
  village: VillageCode,
  openings: readonly Opening[],
  { person, now }: { readonly person: Author; readonly now: Instant },
): Promise<void> {
  return db.transaction().execute(async tx => {
    const locked = await kept.lockChain(tx, village)
    if (locked === undefined) return
    const fresh = await freshOnes(tx, village, openings)
    if (fresh.length === 0) return
    let { openings_head: number, openings_chain: chain } = locked
    const rows = fresh.map(opening => {
      number += 1
      const row = rowOf(opening, number, person, now)
      chain = link(chain, number, row.digest)
      return row
    })
    await kept.insertOpenings(tx, rows)
    await kept.updateChain(tx, village, number, chain)
  })
}

async function freshOnes(
  tx: Tx,
  village: VillageCode,
  openings: readonly Opening[],
): Promise<readonly Opening[]> {
  const byId = new Map<OpeningId, Opening>(openings.map(opening => [opening.id, opening]))
  if (byId.size === 0) return []
  const known = await kept.selectKnown(tx, village, [...new Set(openings.map(({ household }) => household))])
  const before = await kept.selectKept(tx, village, [...byId.keys()])
  return [...byId.values()].filter(({ id, household }) => known.has(household) && !before.has(id))
}

function rowOf(opening: Opening, number: number, person: Author, now: Instant): Tables['openings'] {
  const row = {
    village_code: opening.village,
    number,
    opening_id: opening.id,
    household_id: opening.household,
    person_id: person.id,
    person_name: person.name,
    role: person.role,
    why: opening.why,
    // As the database gives it back, so that the digest can be made again from the row.
    opened_at: instantOf(millisecondsOf(opening.openedAt)),
    received_at: now,
  }
  return { ...row, digest: digestOfOpening(row) }
}

/** The digest of an opening's row; made again from what is stored, it shows whether the row was changed. */
export const digestOfOpening = (row: Omit<Tables['openings'], 'digest'>): Buffer =>
  createHash('sha256').update(canonical(row)).digest()
