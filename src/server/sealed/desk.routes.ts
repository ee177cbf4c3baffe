import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import { parseId, type LetterId } from '#domain/base/ids.ts'
import { keyTurned, letterAnswered, openerKey, openerNamed } from '#domain/sealed/letter.schema.ts'
import type { SealedDesk, SealedShare } from '#domain/sealed/letter.ts'
import { openerRoles } from '#domain/sealed/opener.ts'
import { forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { isWhole, keepOpening } from './openings.ts'
import { presentLetters } from './sealed.present.ts'
import * as kept from './sealed.sql.ts'

/**
 * The openers' side of sealed letters [H19]: naming who opens, making a key, turning it over to the other, reading when
 * two have turned theirs, answering. Each act stands in a chain of its own. Who holds no half of a letter is told nothing.
 */
export function sealedDeskRoutes(app: App, context: Context): void {
  const { db } = context
  const may = inRole(...openerRoles)
  app.get(
    '/api/sealed/desk',
    forThose(context, may, asked => deskOf(context, asked.actor)),
  )
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
    '/api/sealed/:id/turn',
    forThose(context, may, asked => turn(context, asked)),
  )
  app.post(
    '/api/sealed/:id/read',
    forThose(context, may, asked => open(context, asked)),
  )
  app.post(
    '/api/sealed/:id/answer',
    forThose(context, may, asked => answer(context, asked)),
  )
}

async function deskOf({ db }: Context, actor: Actor): Promise<SealedDesk> {
  const mine = await kept.selectWrapped(db, actor.id)
  const letters = await kept.selectLettersFor(db, actor.id)
  const turns = await kept.selectTurns(
    db,
    letters.map(({ id }) => id),
  )
  const openings = await kept.selectOpenings(db)
  return {
    me: { isNamed: mine !== null, wrapped: mine?.wrapped ?? null },
    openers: mine === null && actor.role !== 'privacy-officer' ? [] : await kept.selectOpeners(db),
    others: actor.role === 'privacy-officer' ? await kept.selectOthers(db) : [],
    chain: isWhole(openings) ? 'whole' : 'broken',
    letters: presentLetters(actor.id, { letters, turns, openings }),
  }
}

/** The asker's half, sealed to the other: from then on the other can read once theirs is turned as well. */
async function turn(context: Context, asked: Asked): Promise<unknown> {
  const { actor, now, reply, request } = asked
  const letter = await letterOf(context, asked)
  const read = keyTurned.safeParse(request.body)
  if (letter === null) return answerRefused(reply, 'not-found')
  if (!read.success || !isOwn(read.data.shares, letter.shares, actor.id))
    return answerRefused(reply, 'broken-request')
  await context.db.transaction().execute(async tx => {
    if (await kept.insertTurn(tx, letter.id, actor.id, read.data.shares))
      await keepOpening(tx, { letter: letter.id, person: actor, act: 'turned', now })
  })
  return { turned: true }
}

/** Turned over is exactly what the letter gave this person: each half once, to the one it belongs with. */
const isOwn = (given: readonly SealedShare[], shares: readonly SealedShare[], person: PersonId): boolean => {
  const own = shares.filter(share => share.for === person).map(share => share.with)
  return given.length === own.length && given.every(share => share.with === person && own.includes(share.for))
}

/** The letter itself, for one of two who have both turned their keys; that it was read is written down first. */
async function open(context: Context, asked: Asked): Promise<unknown> {
  const { actor, now, reply } = asked
  const letter = await letterOf(context, asked)
  if (letter === null) return answerRefused(reply, 'not-found')
  if (!(await isOpen(context, letter, actor))) return answerRefused(reply, 'outside-grants')
  await context.db
    .transaction()
    .execute(tx => keepOpening(tx, { letter: letter.id, person: actor, act: 'read', now }))
  return { body: letter.body }
}

async function answer(context: Context, asked: Asked): Promise<unknown> {
  const { actor, now, today, reply, request } = asked
  const letter = await letterOf(context, asked)
  const read = letterAnswered.safeParse(request.body)
  if (letter === null) return answerRefused(reply, 'not-found')
  if (!read.success) return answerRefused(reply, 'broken-request')
  if (!(await isOpen(context, letter, actor))) return answerRefused(reply, 'outside-grants')
  await context.db.transaction().execute(async tx => {
    await kept.updateAnswer(tx, letter.id, read.data.answer, today)
    await keepOpening(tx, { letter: letter.id, person: actor, act: 'answered', now })
  })
  return { answered: true }
}

/** The letter an address names, where the asker holds a half of it. */
async function letterOf({ db }: Context, { request, actor }: Asked) {
  const { id } = request.params as { readonly id: string } // the route names it
  const letter = parseId<LetterId>(id)
  return letter === null ? null : kept.selectLetterFor(db, letter, actor.id)
}

async function isOpen({ db }: Context, letter: kept.LetterRow, actor: Actor): Promise<boolean> {
  const turned = new Set((await kept.selectTurns(db, [letter.id])).map(({ person_id }) => person_id))
  return turned.has(actor.id) && letter.shares.some(share => share.for === actor.id && turned.has(share.with))
}
