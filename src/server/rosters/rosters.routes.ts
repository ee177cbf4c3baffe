import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Actor } from '#domain/access/grants.ts'
import { asId, type DeviceId } from '#domain/base/ids.ts'
import { comparableHeading } from '#domain/households/roster/cell-text.ts'
import { headings } from '#domain/households/roster/words.ts'
import type { Meaning } from '#domain/households/roster/headings.ts'
import type { RosterDecision, RosterRefusal } from '#domain/households/roster/problems.ts'
import type { RosterReading } from '#domain/households/roster/reading.ts'
import { knownVillages, villageByCode, type KnownVillages } from '#domain/villages/known-villages.ts'
import { areasOf, forThose, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { villagesOf } from '../villages/divisions.ts'
import { presentPreview } from './preview.present.ts'
import { readRosterFile } from './read-roster-file.ts'
import { countKnown, registerReading } from './register.ts'

/** The largest file the desk takes: twenty megabytes. */
export const largestRoster = 20 * 1024 * 1024

/** Why a roster is not taken, with the word the screen makes its sentence of. */
export type RosterRefused = { readonly because: RosterRefusal | 'another-file' | 'village-unknown' }

const meanings = Object.keys(headings) as readonly (keyof typeof headings)[] // the keys of a literal

const query = z.object({
  village: z.optional(z.string().check(z.regex(/^\d{12}$/))),
  columns: z.optional(z.string().check(z.maxLength(4000))),
})

const byHandSchema = z.record(z.string().check(z.maxLength(200)), z.enum(meanings))

/**
 * Rosters at the desk. `POST /api/rosters` reads the file that is sent and answers what was understood of it; nothing
 * is stored. `POST /api/rosters/:id/confirm` takes the same file again and registers its households: the server keeps
 * no file in between, and what is confirmed is what was looked at. `?village=` answers for a roster that names none,
 * `?columns=` gives headings a meaning by hand.
 */
export function rosterRoutes(app: App, context: Context): void {
  const may = (actor: Actor, today: Asked['today']) =>
    actor.role === 'office' && areasOf(actor, today).length > 0
  // Files come as they are; in a scope of their own, so that no other route takes them.
  void app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestRoster }, (_request, body, done) =>
      done(null, body),
    )
    const limits = { bodyLimit: largestRoster }
    scope.post(
      '/api/rosters',
      limits,
      forThose(context, may, asked => answerPreview(context, asked)),
    )
    scope.post(
      '/api/rosters/:id/confirm',
      limits,
      forThose(context, may, asked => answerConfirmed(context, asked)),
    )
  })
}

async function answerPreview(context: Context, asked: Asked): Promise<unknown> {
  const read = await readSent(asked)
  if (!read.ok) return refuse(asked, read.because)
  const { file, villages, reading } = read.value
  const known = await countKnown(context.db, reading, asked.now)
  return presentPreview(reading, { id: idOf(file), known, villages })
}

async function answerConfirmed(context: Context, asked: Asked): Promise<unknown> {
  const { id } = asked.request.params as { readonly id: string } // the route names it
  const file = fileIn(asked.request)
  if (file === null || idOf(file) !== id) return refuse(asked, 'another-file')
  const read = await readSent(asked)
  if (!read.ok) return refuse(asked, read.because)
  const { actor, now } = asked
  return registerReading(context.db, read.value.reading, {
    actor,
    device: asId<DeviceId>('desk-rosters'),
    now,
  })
}

const refuse = ({ reply }: Asked, because: RosterRefused['because'] | 'broken-request') =>
  because === 'broken-request'
    ? answerRefused(reply, because)
    : reply.status(422).send({ because } satisfies RosterRefused)

type Sent = { readonly file: Buffer; readonly villages: KnownVillages; readonly reading: RosterReading }
type Read =
  | { readonly ok: true; readonly value: Sent }
  | { readonly ok: false; readonly because: RosterRefused['because'] | 'broken-request' }

async function readSent({ request, actor, today }: Asked): Promise<Read> {
  const file = fileIn(request)
  const asked = query.safeParse(request.query)
  const byHand = asked.success ? byHandIn(asked.data.columns) : null
  if (!asked.success || byHand === null) return { ok: false, because: 'broken-request' }
  const villages = knownVillages(areasOf(actor, today).flatMap(villagesOf))
  const villageIfNone = asked.data.village === undefined ? null : villageByCode(villages, asked.data.village)
  if (asked.data.village !== undefined && villageIfNone === null)
    return { ok: false, because: 'village-unknown' }
  if (file === null) return { ok: false, because: 'empty-file' }
  const reading: RosterDecision<RosterReading> = await readRosterFile(file, {
    today,
    known: villages,
    villageIfNone,
    byHand,
  })
  return reading.ok ? { ok: true, value: { file, villages, reading: reading.value } } : reading
}

const fileIn = ({ body }: FastifyRequest): Buffer | null => (Buffer.isBuffer(body) ? body : null)

const idOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex')

/** Meanings given by hand, by the heading as compared; null where they are not readable. */
function byHandIn(columns: string | undefined): ReadonlyMap<string, Meaning> | null {
  if (columns === undefined) return new Map()
  try {
    const read = byHandSchema.safeParse(JSON.parse(columns))
    if (!read.success) return null
    return new Map(
      Object.entries(read.data).map(([heading, meaning]) => [comparableHeading(heading), meaning]),
    )
  } catch {
    return null
  }
}
