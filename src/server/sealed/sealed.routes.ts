import { pairsOf } from '#domain/sealed/opener.ts'
import { readyOpeners, type SealedLetter } from '#domain/sealed/letter.ts'
import { sealedLetter } from '#domain/sealed/letter.schema.ts'
import { forThose } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { countTries } from '../http/tries.ts'
import { insertLetter, selectOpeners } from './sealed.sql.ts'

/** So many letters one account may bring in an hour: a phone that was without a signal for a week stays far below. */
const most = { most: 30, milliseconds: 3_600_000 }

/**
 * The phone's side of sealed letters [H19]. Whoever is signed in may bring one, and nothing of who it was is kept: not in
 * a row, not in a log. It is no part of a sync and belongs to no village.
 */
export function sealedRoutes(app: App, context: Context): void {
  const { db } = context
  const tries = countTries(most)
  app.get(
    '/api/sealed/openers',
    forThose(context, anybody, async () => readyOpeners(await selectOpeners(db))),
  )
  app.post(
    '/api/sealed',
    { bodyLimit: 128 * 1024 },
    forThose(context, anybody, async ({ request, reply, actor, today }) => {
      if (!tries.take(actor.id)) return answerRefused(reply, 'too-many-tries')
      const read = sealedLetter.safeParse(request.body)
      if (!read.success || !isForTwo(read.data, readyOpeners(await selectOpeners(db))))
        return answerRefused(reply, 'broken-request')
      await insertLetter(db, read.data, today)
      return { received: true }
    }),
  )
}

const anybody = (): boolean => true

/** Every half goes to one of two who may open together; a letter one person could open alone is not taken. */
function isForTwo({ shares }: SealedLetter, openers: Parameters<typeof pairsOf>[0]): boolean {
  const pairs = new Set(
    pairsOf(openers).flatMap(([one, other]) => [key(one.id, other.id), key(other.id, one.id)]),
  )
  const halves = new Set(shares.map(share => key(share.for, share.with)))
  return (
    halves.size === shares.length &&
    shares.every(share => pairs.has(key(share.for, share.with)) && halves.has(key(share.with, share.for)))
  )
}

const key = (one: string, other: string): string => `${one} ${other}`
