import { randomUUID } from 'node:crypto'
import { addDays, dayOf, startOf, type Day } from '#domain/base/days.ts'
import { asId, type ChangeId } from '#domain/base/ids.ts'
import { letterKeptForDays } from '#domain/sealed/letter.ts'
import { storyHoldsForDays } from '#domain/visits/story-over.ts'
import { adviceHoldsForDays } from '#domain/visits/visit.ts'
import { voiceKeptForDays } from '#domain/visits/voice.ts'
import { expireAdvice } from '#sync/log/advice.ts'
import type { Db } from '../db/database.ts'
import type { Context } from '../http/context.ts'
import { logsOn } from '../log/ground.ts'
import { deleteLettersPast } from '../sealed/sealed.sql.ts'
import { deleteVoicesReceivedBefore } from '../voices/voices.sql.ts'
import * as forget from './forget.sql.ts'

/**
 * Takes away what is kept for a time only (domain section 4): advice whose visit has closed or that is ninety days old
 * [H2], stories nothing came of and voice notes after 180 days, letters answered so long ago that nobody can ask for a
 * review any more [H19], links that no longer open. What fails does not keep the rest, and is tried again.
 */
export async function forgetWhatIsOver({ db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>) {
  const now = clock()
  const today = dayOf(now)
  const ago = (days: number): Day => addDays(today, -days)
  const isTaken = async (what: string, take: () => Promise<unknown>): Promise<boolean> => {
    try {
      await take()
      return true
    } catch (fault) {
      log.error({ what, fault: fault instanceof Error ? fault.message : '' })
      return false
    }
  }
  const taken = [
    ...(await expireInVillages(db, now, isTaken)),
    await isTaken('refused advice', () =>
      forget.updateRefusedAdvice(db, startOf(ago(adviceHoldsForDays)), startOf(today)),
    ),
    await isTaken('stories', () => forget.deleteStories(db, startOf(ago(storyHoldsForDays)))),
    await isTaken('voice notes', () => deleteVoicesReceivedBefore(db, startOf(ago(voiceKeptForDays)))),
    await isTaken('letters', () =>
      db.transaction().execute(tx => deleteLettersPast(tx, ago(letterKeptForDays))),
    ),
    await isTaken('links', () => forget.deleteLinks(db, now)),
  ]
  const left = taken.filter(one => !one).length
  if (left > 0) throw new Error(`not all that is over was taken away: ${left} of ${taken.length} failed`)
}

type Try = (what: string, take: () => Promise<unknown>) => Promise<boolean>

/** One village after the other: each is a short transaction of its own. */
async function expireInVillages(db: Db, now: ReturnType<Context['clock']>, isTaken: Try) {
  const logs = logsOn(db)
  const newId = () => asId<ChangeId>(randomUUID())
  const taken: boolean[] = []
  for (const village of await forget.selectVillagesWithAdvice(db))
    taken.push(await isTaken(`advice in ${village}`, () => expireAdvice(logs, village, { now, newId })))
  return taken
}
