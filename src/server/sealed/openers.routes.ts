import { openerKey, openerNamed } from '#domain/sealed/letter.schema.ts'
import { openerRoles } from '#domain/sealed/opener.ts'
import { forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { takeHalvesAway } from './leave.ts'
import * as kept from './sealed.sql.ts'

/** Who opens sealed letters [H19]: naming them and taking it from them again, making a key, saying that it is forgotten. */
export function openersRoutes(app: App, context: Context): void {
  const { db } = context
  const may = inRole(...openerRoles)
  app.post(
    '/api/sealed/openers',
    forThose(context, inRole('privacy-officer'), async ({ request, reply, actor, now }) => {
      const read = openerNamed.safeParse(request.body)
      const others = await kept.selectOthers(db)
      const person = others.find(({ id }) => read.success && id === read.data.person)
      if (person === undefined) return answerRefused(reply, 'broken-request')
      await kept.insertOpener(db, person.id, actor.id, now)
      return { named: true }
    }),
  )
  app.post(
    '/api/sealed/key',
    forThose(context, may, async ({ request, reply, actor }) => {
      const read = openerKey.safeParse(request.body)
      if (!read.success || !(await kept.updateOpenerKey(db, actor.id, read.data)))
        return answerRefused(reply, 'broken-request')
      return { made: true }
    }),
  )
  app.post(
    '/api/sealed/openers/leave',
    forThose(context, inRole('privacy-officer'), asked => leave(context, asked)),
  )
  app.post(
    '/api/sealed/key/forget',
    forThose(context, may, asked => forget(context, asked)),
  )
}

/** Somebody opens no more: no new letter is sealed to them, and what was sealed to them is taken away. */
async function leave({ db }: Context, { request, reply, now, today }: Asked): Promise<unknown> {
  const read = openerNamed.safeParse(request.body)
  const left =
    read.success &&
    (await db.transaction().execute(async tx => {
      if (!(await kept.updateOpenerLeft(tx, read.data.person, now))) return false
      await takeHalvesAway(tx, read.data.person, today)
      return true
    }))
  return left ? { left: true } : answerRefused(reply, 'broken-request')
}

/** One's own passphrase is forgotten: the key goes, and with it what was sealed to it; another can be made. */
async function forget({ db }: Context, { reply, actor, today }: Asked): Promise<unknown> {
  const forgotten = await db.transaction().execute(async tx => {
    if (!(await kept.updateKeyForgotten(tx, actor.id))) return false
    await takeHalvesAway(tx, actor.id, today)
    return true
  })
  return forgotten ? { forgotten: true } : answerRefused(reply, 'broken-request')
}
