import type { Arrived } from '#sync/log/arrived.schema.ts'
import * as log from '#sync/log/push.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Db } from '../db/database.ts'
import type { Sender } from './append.ts'
import { logsOn } from './ground.ts'

/** Takes in what a device sends, village by village; each change is read by itself [S4] [S5]. */
export const push = (db: Db, arrived: readonly Arrived[], sender: Sender): Promise<readonly Verdict[]> =>
  log.push(logsOn(db), arrived, sender)
