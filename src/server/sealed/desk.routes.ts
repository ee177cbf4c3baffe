import type { Actor } from '#domain/access/grants.ts'
import type { PersonId } from '#domain/base/ids.ts'
import { parseId, type LetterId } from '#domain/base/ids.ts'
import { lettersWithout } from '#domain/sealed/leaving.ts'
import { keyTurned, letterAnswered, letterResealed } from '#domain/sealed/letter.schema.ts'
import type { OpenerLine, SealedDesk, SealedShare } from '#domain/sealed/letter.ts'
import { openerRoles } from '#domain/sealed/opener.ts'
import { forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { isForTwo } from './arriving.ts'
import { heldHalves } from './leave.ts'
import { isWhole, keepOpening } from './openings.ts'
import { presentLetters } from './sealed.present.ts'
import * as kept from './sealed.sql.ts'

/**
 * The openers' side of sealed letters [H19]: turning a key over to the other, reading when two have turned theirs, sealing
 * anew to those who open now, answering. Each act stands in a chain of its own. Who holds no half of a letter is told nothing.
 */
export function sealedDeskRoutes(app: App, context: Context): void {
  const may = inRole(...openerRoles)
  app.get(
    '/api/sealed/desk',
    forThose(context, may, asked => deskOf(context, asked.actor)),
  )
  app.post(
    '/api/sealed/:id/reseal',
    forThose(context, may, asked => reseal(context, asked)),
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
  const openers = await kept.selectOpeners(db)
  const isNamed = mine !== null
  const isOfficer = actor.role === 'privacy-officer'
  return {
    me: { isNamed, wrapped: mine?.wrapped ?? null },
    openers: isNamed || isOfficer ? await withWithout(db, openers, actor) : [],
    others: isOfficer ? await kept.selectOthers(db) : [],
    past: isNamed || isOfficer ? await pastOpeners(db) : [],
    closed: isOfficer ? await kept.countClosed(db) : 0,
    chain: isWhole(openings) ? 'whole' : 'broken',
    letters: presentLetters(actor.id, {
      letters,
      turns,
      openings,
      openers: openers.flatMap(one => (one.key === null ? [] : [one.id])),
    }),
  }
}

/** What would become of the letters without each of them: for the privacy officer of all, for others of themselves. */
async function withWithout(
  db: Context['db'],
  openers: readonly kept.OpenerRow[],
  actor: Actor,
): Promise<readonly OpenerLine[]> {
  const letters = await heldHalves(db)
  return openers.map(opener =>
    actor.role === 'privacy-officer' || opener.id === actor.id
      ? { ...opener, without: lettersWithout(letters, opener.id) }
      : opener,
  )
}

const pastOpeners = async (db: Context['db']): Promise<SealedDesk['past']> =>
  (await kept.selectOpenersEver(db)).flatMap(({ id, name, left }) => (left ? [{ id, name }] : []))

/**
 * New halves for those who open now, by somebody to whom the letter is open. Keys are turned anew after it; that it was
 * done is written down.
 */
async function reseal(context: Context, asked: Asked): Promise<unknown> {
  const { actor, now, reply, request } = asked
  const letter = await letterOf(context, asked)
  const read = letterResealed.safeParse(request.body)
  if (letter === null) return answerRefused(reply, 'not-found')
  const ready = (await kept.selectOpeners(context.db)).filter(({ key }) => key !== null)
  if (!read.success || !isForTwo(read.data.shares, ready)) return answerRefused(reply, 'broken-request')
  const done = await context.db.transaction().execute(async tx => {
    const held = await kept.lockLetter(tx, letter.id)
    if (held === null || !(await isOpen({ db: tx }, held, actor))) return false
    await kept.deleteTurns(tx, letter.id)
    await kept.updateShares(tx, letter.id, read.data.shares)
    await keepOpening(tx, { letter: letter.id, person: actor, act: 'resealed', now })
    return true
  })
  return done ? { resealed: true } : answerRefused(reply, 'outside-grants')
}

/** The asker's half, sealed to the other: from then on the other can read once theirs is turned as well. */
async function turn(context: Context, asked: Asked): Promise<unknown> {
  const { actor, now, reply, request } = asked
  const letter = await letterOf(context, asked)
  const read = keyTurned.safeParse(request.body)
  if (letter === null) return answerRefused(reply, 'not-found')
  const present = new Set((await kept.selectOpeners(context.db)).map(({ id }) => id))
  const own = letter.shares.filter(share => share.for === actor.id && present.has(share.with))
  if (!read.success || !isOwn(read.data.shares, own, actor.id)) return answerRefused(reply, 'broken-request')
  await context.db.transaction().execute(async tx => {
    if (await kept.insertTurn(tx, letter.id, actor.id, read.data.shares))
      await keepOpening(tx, { letter: letter.id, person: actor, act: 'turned', now })
  })
  return { turned: true }
}

/** Turned over is exactly what the letter gave this person: each half once, to the one it belongs with, while they open. */
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

async function isOpen({ db }: Pick<Context, 'db'>, letter: kept.HeldRow, actor: Actor): Promise<boolean> {
  const turned = new Set((await kept.selectTurns(db, [letter.id])).map(({ person_id }) => person_id))
  return turned.has(actor.id) && letter.shares.some(share => share.for === actor.id && turned.has(share.with))
}
