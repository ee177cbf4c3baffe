import type { Actor } from '#domain/access/grants.ts'
import { answerSync as answerOver } from '#sync/log/answer.ts'
import type { SyncRequestParsed } from '#sync/wire.schema.ts'
import type { SyncAnswer } from '#sync/wire.ts'
import type { Context } from '../http/context.ts'
import { logsOn } from '../log/ground.ts'

/** The log's answer to a device, over PostgreSQL. `wire` is what the device speaks [S19]. */
export const answerSync = (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  asked: SyncRequestParsed,
  wire: number,
): Promise<SyncAnswer> => answerOver(logsOn(db), { actor, now: clock(), wire }, asked)
