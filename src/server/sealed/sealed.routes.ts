import { readyOpeners } from '#domain/sealed/letter.ts'
import { sealedLetter } from '#domain/sealed/letter.schema.ts'
import { forThose } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { countTries } from '../http/tries.ts'
import { letterAsKept } from './arriving.ts'
import { insertLetter, selectOpeners, selectOpenersEver } from './sealed.sql.ts'

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
      const letter = read.success ? letterAsKept(read.data, await selectOpenersEver(db)) : null
      if (letter === null) return answerRefused(reply, 'broken-request')
      await insertLetter(db, letter, today)
      return { received: true }
    }),
  )
}

const anybody = (): boolean => true
