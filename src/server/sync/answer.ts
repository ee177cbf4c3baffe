import type { Actor } from '#domain/access/grants.ts'
import { answerSync as answerOver } from '#sync/log/answer.ts'
import type { Logs } from '#sync/log/ground.ts'
import type { SyncRequestParsed } from '#sync/wire.schema.ts'
import type { SyncAnswer } from '#sync/wire.ts'
import type { Context } from '../http/context.ts'
import { logsOn } from '../log/ground.ts'

type Around = Pick<Context, 'db' | 'clock'> & { readonly packing: NonNullable<Logs['packing']> }

/** The log's answer to a device, over PostgreSQL. `wire` is what the device speaks [S19]. */
export const answerSync = (
  { db, clock, packing }: Around,
  actor: Actor,
  asked: SyncRequestParsed,
  wire: number,
): Promise<SyncAnswer> => answerOver({ ...logsOn(db), packing }, { actor, now: clock(), wire }, asked)
