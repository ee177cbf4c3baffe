import { createHash } from 'node:crypto'
import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import type { LetterId, PersonId } from '#domain/base/ids.ts'
import type { LetterAct } from '#domain/sealed/letter.ts'
import { canonical } from '#sync/checksum.ts'
import type { Tables, Tx } from '../db/database.ts'
import { link } from '../log/digest.ts'
import { insertOpening, lockOpenings, selectLastOpening, type OpeningRow } from './sealed.sql.ts'

type Row = Tables['sealed_openings']

/** Writes down who did what with a letter: append-only and chained, in the transaction of the act itself [H19]. */
export async function keepOpening(
  tx: Tx,
  opening: {
    readonly letter: LetterId
    readonly person: { readonly id: PersonId; readonly name: string }
    readonly act: LetterAct
    readonly now: Instant
  },
): Promise<void> {
  await lockOpenings(tx)
  const last = await selectLastOpening(tx)
  const row = {
    number: (last?.number ?? 0) + 1,
    sealed_id: opening.letter,
    person_id: opening.person.id,
    person_name: opening.person.name,
    act: opening.act,
    // As the database gives it back, so that the digest can be made again from the row.
    opened_at: instantOf(millisecondsOf(opening.now)),
  }
  const digest = digestOf(row)
  await insertOpening(tx, { ...row, digest, chain: link(last?.chain ?? Buffer.alloc(0), row.number, digest) })
}

/** Whether the openings are whole: none changed, none taken out of the middle. */
export function isWhole(rows: readonly OpeningRow[]): boolean {
  let chain = Buffer.alloc(0) as Buffer
  return rows.every(({ digest, chain: written, ...row }, at) => {
    chain = link(chain, row.number, digest)
    return row.number === at + 1 && digestOf(row).equals(digest) && chain.equals(written)
  })
}

const digestOf = (row: Omit<Row, 'digest' | 'chain'>): Buffer =>
  createHash('sha256').update(canonical(row)).digest()
