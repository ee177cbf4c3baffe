import type { VillageCode } from '#domain/base/ids.ts'
import * as log from '#sync/log/append.ts'
import type { Verdict } from '#sync/outbox.ts'
import type { Pushed } from '#sync/wire.ts'
import type { Db } from '../db/database.ts'
import { logsOn } from './ground.ts'

export type Sender = log.Sender

/** Appends changes to one village's log in one transaction: the one way in, for devices, the desk and the card. */
export const append = (
  db: Db,
  village: VillageCode,
  pushed: readonly Pushed[],
  sender: Sender,
): Promise<readonly Verdict[]> => log.append(logsOn(db), village, { pushed, broken: [] }, sender)
