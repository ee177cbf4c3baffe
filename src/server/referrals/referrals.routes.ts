import type { OpenedReferral, Queue, ReferralAnswer } from '#domain/campaigns/desk-answers.ts'
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { holdsOn, type Actor } from '#domain/access/grants.ts'
import { addWorkingDays } from '#domain/base/calendar/working-days.ts'
import type { Day } from '#domain/base/days.ts'
import { asId, type DepartmentId, type OpeningId } from '#domain/base/ids.ts'
import { byDueDay, referredFor, type Referred } from '#domain/needs/referral.ts'
import { forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { keepOpenings } from '../openings/keep.ts'
import * as referrals from './referrals.sql.ts'

const place = z.object({
  village: z.string().check(z.regex(/^\d{12}$/)),
  need: z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/)),
})

/**
 * A department's desk: `GET /api/referrals` is its queue by the day things are due, `GET /api/referrals/:village/:need`
 * opens one, which is written down for the household to read [H22]. Acts go through the log, by `POST /api/sync`.
 */
export function referralRoutes(app: App, context: Context): void {
  const may = inRole('department-officer')
  app.get(
    '/api/referrals',
    forThose(context, may, asked => answerQueue(context, asked)),
  )
  app.get(
    '/api/referrals/:village/:need',
    forThose(context, may, async asked => {
      const named = place.safeParse(asked.request.params)
      if (!named.success) return answerRefused(asked.reply, 'broken-request')
      const row = await referrals.selectOneReferred(
        context.db,
        departmentsOf(asked.actor, asked.today),
        named.data,
      )
      const around = await readAround(context, asked)
      const found = row === undefined ? null : presentReferral(row, around)
      if (found === null) return answerRefused(asked.reply, 'outside-grants')
      await noteOpening(context, asked, found)
      const telephones = await referrals.selectTelephones(context.db, [found.firstAsked.id])
      return { ...found, askTelephone: telephones.get(found.firstAsked.id) ?? '' } satisfies OpenedReferral
    }),
  )
}

async function answerQueue(context: Context, asked: Asked): Promise<Queue> {
  const around = await readAround(context, asked)
  if (around.departments.length === 0) return { departments: [], referrals: [] }
  const rows = await referrals.selectReferred(context.db, departmentsOf(asked.actor, asked.today))
  return {
    departments: around.departments.map(({ name }) => name),
    referrals: rows.flatMap(row => presentReferral(row, around) ?? []).toSorted(byDueDay),
  }
}

/** The departments the officer works for on that day; one id that no department has, where there is none. */
const departmentsOf = (actor: Actor, today: Day): readonly DepartmentId[] => {
  const own = actor.grants.flatMap(grant =>
    grant.is === 'department' && holdsOn(grant, today) ? [grant.department] : [],
  )
  return own.length > 0 ? own : [asId<DepartmentId>('no-department')]
}

type Around = {
  readonly today: Day
  readonly departments: Awaited<ReturnType<typeof referrals.selectDepartmentsOf>>
}

const readAround = async ({ db }: Context, { actor, today }: Asked): Promise<Around> => ({
  today,
  departments: await referrals.selectDepartmentsOf(db, departmentsOf(actor, today)),
})

function presentReferral(row: referrals.ReferredRow, { today, departments }: Around): ReferralAnswer | null {
  const need = row.state.needs.find(one => one.id === row.need_id)
  const referred = need === undefined ? null : referredFor(row.state, need, today)
  if (need === undefined || referred === null) return null
  const department = departments.find(({ id }) => id === need.department?.id)
  return {
    ...referred,
    villageName: row.village,
    town: row.town,
    handleBy: addWorkingDays(today, department?.handles_in_working_days ?? 5),
  }
}

const noteOpening = (
  { db }: Context,
  { actor, now }: Asked,
  { village, household }: Referred,
): Promise<void> =>
  keepOpenings(
    db,
    village,
    [{ id: openingOf(actor, household, now), village, household, why: 'follow-up', openedAt: now }],
    { person: { id: actor.id, name: actor.name, role: actor.role }, now },
  )

/** Looking again within the same hour is the same opening: the household reads it once. */
const openingOf = (actor: Actor, household: string, now: Asked['now']): OpeningId =>
  asId<OpeningId>(
    createHash('sha256')
      .update(`${actor.id} ${household} ${now.slice(0, 13)}`)
      .digest('base64url')
      .slice(0, 27),
  )
