import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { isOnTeam } from '#domain/access/grants.ts'
import { instantOf, millisecondsOf, type Instant } from '#domain/base/days.ts'
import { id, villageCode, words } from '#domain/base/fields.schema.ts'
import { asId, type HouseholdId, type OpeningId, type VillageCode, type VisitId } from '#domain/base/ids.ts'
import type { AdviceLink, AdviceLinkMade } from '#domain/visits/advice-links.ts'
import { digestOfCode, groupedCode, newCode } from '../cards/code.ts'
import { forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { countTries } from '../http/tries.ts'
import { keepOpenings } from '../openings/keep.ts'
import * as links from './advice-links.sql.ts'
import { plannedIn } from './gather.ts'

const making = z.strictObject({
  village: villageCode,
  saidBy: words.check(z.minLength(1)),
  visits: z
    .array(z.strictObject({ household: id<HouseholdId>(), visit: id<VisitId>() }))
    .check(z.minLength(1), z.maxLength(20)),
})

type Making = z.infer<typeof making>

const revoking = z.strictObject({ link: z.string().check(z.maxLength(64)) })

const day = 86_400_000

/** So many links one person makes within an hour. */
const mostLinks = 30

/**
 * Links for asking the village cadre [H2]: `POST /api/advice-links` makes one for a few visits of one village and tells its
 * code once, `GET` lists one's own that still open, `POST …/revoke` takes one back, `GET …/cadres/:village` says whom to ask.
 */
export function adviceLinkRoutes(app: App, context: Context): void {
  const may = inRole('visitor', 'team-leader')
  const made = countTries({ most: mostLinks, milliseconds: 3_600_000 })
  app.post(
    '/api/advice-links',
    forThose(context, may, async asked => {
      const read = making.safeParse(asked.request.body)
      if (!read.success) return answerRefused(asked.reply, 'broken-request')
      if (!isOnTeam(asked.actor, read.data.village, asked.today))
        return answerRefused(asked.reply, 'outside-grants')
      if (!made.take(asked.actor.id)) return answerRefused(asked.reply, 'too-many-tries')
      return make(context, asked, read.data)
    }),
  )
  app.get(
    '/api/advice-links',
    forThose(context, may, async ({ actor, now }) =>
      (await links.selectLinksOf(context.db, actor.id, now)).map(presentLink),
    ),
  )
  app.post(
    '/api/advice-links/revoke',
    forThose(context, may, async ({ request, reply, actor, now }) => {
      const read = revoking.safeParse(request.body)
      if (!read.success) return answerRefused(reply, 'broken-request')
      await links.updateRevoked(context.db, actor.id, read.data.link, now)
      return { ok: true }
    }),
  )
  app.get(
    '/api/advice-links/cadres/:village',
    forThose(context, may, async ({ request, reply, actor, today }) => {
      const { village } = request.params as { readonly village: VillageCode } // the route names it
      return isOnTeam(actor, village, today)
        ? links.selectCadres(context.db, village, today)
        : answerRefused(reply, 'outside-grants')
    }),
  )
}

async function make({ db }: Context, asked: Asked, { village, saidBy, visits }: Making): Promise<unknown> {
  const { reply, actor, now } = asked
  const households = await links.selectHouseholds(
    db,
    village,
    visits.map(({ household }) => household),
  )
  if (visits.some(one => plannedIn(households.get(one.household), one) === null))
    return answerRefused(reply, 'visit-not-here')
  const code = newCode()
  const link = {
    village_code: village,
    code_digest: digestOfCode(code),
    link_id: randomUUID(),
    asked_by: actor.id,
    said_by: saidBy.trim(),
    visits,
    made_at: now,
    expires_at: instantOf(millisecondsOf(now) + day),
  }
  await links.insertLink(db, link)
  const openings = visits.map(({ household }) => ({
    id: asId<OpeningId>(randomUUID()),
    village,
    household,
    why: 'advise' as const,
    openedAt: now,
  }))
  // Somebody of the village is told whose door it is: the family reads that too [H22].
  await keepOpenings(db, village, openings, { person: actor, now })
  const answer: AdviceLinkMade = {
    ...presentLink({ ...link, answered: [] }),
    address: `${hostOf(asked)}/a/${groupedCode(code).replaceAll(' ', '-')}`,
  }
  return answer
}

const presentLink = ({ link_id, said_by, visits, answered, expires_at }: links.LinkRow): AdviceLink => ({
  link: link_id,
  saidBy: said_by,
  visits: visits.map(({ visit }) => visit),
  answered: answered.length,
  expiresAt: expires_at as Instant, // the database gives instants back as they are
})

/** The address under which the village reaches the host: as configured, else as the phone reached it. */
const hostOf = ({ request }: Asked): string =>
  (process.env['PUBLIC_URL'] ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '')
