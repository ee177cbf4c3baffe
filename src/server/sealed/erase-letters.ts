import { addDays, dayOf } from '#domain/base/days.ts'
import { letterKeptForDays } from '#domain/sealed/letter.ts'
import type { Context } from '../http/context.ts'
import { deleteLettersPast } from './sealed.sql.ts'

/** Erases letters answered, or found closed, so long ago that nobody can ask for a review any more [H19]. */
export const eraseLettersPast = ({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<void> =>
  db.transaction().execute(tx => deleteLettersPast(tx, addDays(dayOf(clock()), -letterKeptForDays)))
