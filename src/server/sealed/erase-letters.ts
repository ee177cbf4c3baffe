import { addDays, dayOf } from '#domain/base/days.ts'
import { letterKeptForDays } from '#domain/sealed/letter.ts'
import type { Context } from '../http/context.ts'
import { deleteLettersPast } from './sealed.sql.ts'

type Kept = Pick<Context, 'db' | 'clock' | 'log'>

const day = 86_400_000

/** Erases letters answered, or found closed, so long ago that nobody can ask for a review any more [H19]. */
export const eraseLettersPast = ({ db, clock }: Omit<Kept, 'log'>): Promise<void> =>
  db.transaction().execute(tx => deleteLettersPast(tx, addDays(dayOf(clock()), -letterKeptForDays)))

/** Does so once now and once a day; several servers may, without harm. Returns how to stop, when what is under way has ended. */
export function keepErasingLetters(kept: Kept): () => Promise<void> {
  let last = Promise.resolve()
  const erase = () => {
    last = eraseLettersPast(kept).catch((fault: unknown) =>
      kept.log.error({ fault: fault instanceof Error ? fault.message : '' }, 'letters past were not erased'),
    )
  }
  erase()
  const timer = setInterval(erase, day)
  return async () => {
    clearInterval(timer)
    await last
  }
}
