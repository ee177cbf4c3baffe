import type { OpeningsAnswer } from '#domain/campaigns/desk-answers.ts'
import * as z from 'zod/mini'
import { villageCode } from '#domain/base/fields.schema.ts'
import { currentFact } from '#domain/households/facts.ts'
import { areasOf, forThose, inRole } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { isChainWhole, selectOpenings, selectVillagesOpened } from './read.sql.ts'

const query = z.object({
  village: villageCode,
  household: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))),
})

/**
 * For the privacy officer: `GET /api/openings/villages` names the villages, `GET /api/openings?village=…&household=…`
 * lists who looked. By village, and by a household of it; nothing finds a person by name.
 */
export function openingRoutes(app: App, context: Context): void {
  const { db } = context
  const may = inRole('privacy-officer')
  app.get(
    '/api/openings/villages',
    forThose(context, may, async ({ actor, today }) => selectVillagesOpened(db, areasOf(actor, today))),
  )
  app.get(
    '/api/openings',
    forThose(context, may, async ({ request, reply, actor, today }) => {
      const read = query.safeParse(request.query)
      if (!read.success) return answerRefused(reply, 'broken-request')
      const { village, household = null } = read.data
      if (!areasOf(actor, today).some(area => village.startsWith(area)))
        return answerRefused(reply, 'outside-grants')
      const rows = await selectOpenings(db, village, household)
      return {
        chain: (await isChainWhole(db, village)) ? 'whole' : 'broken',
        openings: rows.map(row => ({
          number: row.number,
          household: row.household_id,
          family: row.state === null ? '' : currentFact(row.state, 'contact-name', today),
          person: row.person_name,
          role: row.role,
          why: row.why,
          openedAt: row.opened_at,
        })),
      } satisfies OpeningsAnswer
    }),
  )
}
