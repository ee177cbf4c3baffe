import type { Day } from '#domain/base/days.ts'
import type { PersonId } from '#domain/base/ids.ts'
import { halvesWithout, type LetterHalves } from '#domain/sealed/leaving.ts'
import type { Db, Tx } from '../db/database.ts'
import * as kept from './sealed.sql.ts'

/** Takes from every letter what was sealed to somebody who opens no more; those no two can open any more are closed [H19]. */
export async function takeHalvesAway(tx: Tx, person: PersonId, today: Day): Promise<void> {
  const held = await kept.lockHeldFor(tx, person)
  for (const { id, halves } of await withTurns(tx, held)) {
    const left = halvesWithout(halves, person)
    if (left.shares.length === 0) {
      await kept.deleteTurns(tx, id)
      await kept.updateClosed(tx, id, today)
      continue
    }
    await kept.updateShares(tx, id, left.shares)
    for (const turn of left.turns) await kept.updateTurn(tx, id, turn.person, turn.shares)
  }
}

/** The halves of every letter that somebody can open. */
export const heldHalves = async (db: Db): Promise<readonly LetterHalves[]> =>
  (await withTurns(db, await kept.selectHeld(db))).map(({ halves }) => halves)

async function withTurns(db: Db | Tx, held: readonly kept.HeldRow[]) {
  const turns = await kept.selectTurns(
    db,
    held.map(({ id }) => id),
  )
  return held.map(({ id, shares }) => {
    const own = turns.filter(({ sealed_id }) => sealed_id === id)
    const halves: LetterHalves = {
      shares,
      turns: own.map(turn => ({ person: turn.person_id, shares: turn.shares })),
    }
    return { id, halves }
  })
}
