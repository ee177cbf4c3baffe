import { randomUUID } from 'node:crypto'
import { addDays, dayOf, startOf } from '#domain/base/days.ts'
import { asId, type ChangeId } from '#domain/base/ids.ts'
import { storyHoldsForDays } from '#domain/visits/story-over.ts'
import { adviceHoldsForDays } from '#domain/visits/visit.ts'
import { expireAdvice } from '#sync/log/advice.ts'
import type { Context } from '../http/context.ts'
import { logsOn } from '../log/ground.ts'
import * as forget from './forget.sql.ts'

/**
 * Takes away what is kept for a time only (domain section 4): advice whose visit has closed or that is ninety days old
 * [H2], stories nothing came of after 180 days, links that no longer open. A village that fails does not keep the others.
 */
export async function forgetWhatIsOver({ db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>) {
  const now = clock()
  const today = dayOf(now)
  const logs = logsOn(db)
  const failed: string[] = []
  for (const village of await forget.selectVillagesWithAdvice(db)) {
    try {
      // One village after the other: each is a short transaction of its own.
      await expireAdvice(logs, village, { now, newId: () => asId<ChangeId>(randomUUID()) })
    } catch (fault) {
      failed.push(village)
      log.error({ village, fault: fault instanceof Error ? fault.message : '' })
    }
  }
  await forget.updateRefusedAdvice(db, startOf(addDays(today, -adviceHoldsForDays)), startOf(today))
  await forget.deleteStories(db, startOf(addDays(today, -storyHoldsForDays)))
  await forget.deleteLinks(db, now)
  // The job is tried again where something was left over.
  if (failed.length > 0) throw new Error(`advice was not taken away in ${failed.length} villages`)
}
