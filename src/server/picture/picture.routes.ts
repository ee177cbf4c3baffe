import * as z from 'zod/mini'
import { answersFor, areasOf, forThose, inRole, ledVillages, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { pictureForALeader, pictureForTheOffice } from './picture.present.ts'

const query = z.object({ under: z.optional(z.string().check(z.regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/))) })

/**
 * `GET /api/picture?under=420325107`: where needs stand in an area, from the villages' sums. For the office within its
 * area, small numbers left out; for a leader over the own villages.
 */
export function pictureRoutes(app: App, context: Context): void {
  const may = inRole('office', 'team-leader')
  app.get(
    '/api/picture',
    forThose(context, may, async asked => {
      const read = query.safeParse(asked.request.query)
      if (!read.success) return answerRefused(asked.reply, 'broken-request')
      const { under } = read.data
      return asked.actor.role === 'office'
        ? forOffice(context, asked, under)
        : forLeader(context, asked, under)
    }),
  )
}

async function forOffice({ db }: Context, { actor, today, now, reply }: Asked, under: string | undefined) {
  const [root] = areasOf(actor, today)
  const prefix = under ?? root
  if (root === undefined || prefix === undefined || !answersFor(actor, prefix, today))
    return answerRefused(reply, 'outside-grants')
  const within = { prefix, only: null }
  return pictureForTheOffice(db, { within, root: rootOf(actor, prefix, today), today, now })
}

/** The widest of the actor's areas that this place lies in. */
const rootOf = (actor: Asked['actor'], prefix: string, today: Asked['today']): string =>
  areasOf(actor, today)
    .filter(area => prefix.startsWith(area))
    .toSorted((one, other) => one.length - other.length)[0] ?? prefix

async function forLeader({ db }: Context, { actor, today, now, reply }: Asked, under: string | undefined) {
  const led = ledVillages(actor, today)
  const only = under === undefined ? led : led.filter(code => code.startsWith(under))
  if (under !== undefined && only.length === 0) return answerRefused(reply, 'outside-grants')
  const single = only.length === 1 ? only[0] : undefined
  const within = { prefix: single ?? under ?? '', only }
  return pictureForALeader(db, { within, root: within.prefix, today, now })
}
