import type { CardGroups } from '#domain/campaigns/desk-answers.ts'
import * as z from 'zod/mini'
import { villageCode } from '#domain/base/fields.schema.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import { currentFact } from '#domain/households/facts.ts'
import type { Household } from '#domain/households/household.ts'
import { answersFor, forThose, inRole, ledVillages, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { villagesOf } from '../villages/divisions.ts'
import { cardPages } from './card-page.ts'
import * as cards from './cards.sql.ts'
import { digestOfCode, newCode } from './code.ts'

const issue = z.strictObject({ village: villageCode, group: z.nullable(z.string().check(z.maxLength(60))) })

/**
 * Contact cards. `GET /api/cards/:village` counts families by group; `POST /api/cards` gives each household of a village
 * (or of one group) a fresh code and answers the pages to be printed. The codes stand on these pages and nowhere else;
 * codes given before are no longer good [H22].
 */
export function cardRoutes(app: App, context: Context): void {
  const may = inRole('office', 'team-leader')
  app.get(
    '/api/cards/:village',
    forThose(context, may, async asked => {
      const { village } = asked.request.params as { readonly village: string } // the route names it
      return reaches(asked, village)
        ? countGroups(context, asked, village)
        : answerRefused(asked.reply, 'outside-grants')
    }),
  )
  app.post(
    '/api/cards',
    forThose(context, may, async asked => {
      const read = issue.safeParse(asked.request.body)
      if (!read.success) return answerRefused(asked.reply, 'broken-request')
      if (!reaches(asked, read.data.village)) return answerRefused(asked.reply, 'outside-grants')
      return issueCards(context, asked, read.data)
    }),
  )
}

const reaches = ({ actor, today }: Asked, village: string): boolean =>
  answersFor(actor, village, today) || ledVillages(actor, today).includes(village)

async function countGroups({ db }: Context, { today }: Asked, village: string): Promise<CardGroups> {
  const holders = await cards.selectCardHolders(db, village)
  const groups = new Map<string, { families: number; withCard: number }>()
  for (const household of await cards.selectHouseholds(db, village)) {
    const name = currentFact(household, 'group', today)
    const group = groups.get(name) ?? { families: 0, withCard: 0 }
    groups.set(name, group)
    group.families += 1
    if (holders.has(household.id)) group.withCard += 1
  }
  return {
    village,
    groups: [...groups]
      .map(([name, counts]) => ({ name, ...counts }))
      .toSorted((one, other) => byNumber(one.name, other.name)),
  }
}

/** 2组 before 10组. */
const byNumber = (one: string, other: string): number => one.localeCompare(other, 'zh-CN', { numeric: true })

type Issue = { readonly village: VillageCode; readonly group: string | null }

async function issueCards(context: Context, asked: Asked, { village, group }: Issue): Promise<unknown> {
  const { db } = context
  const { reply, today, now } = asked
  const place = await cards.selectVillage(db, village)
  if (place === undefined) return answerRefused(reply, 'outside-grants')
  const households = (await cards.selectHouseholds(db, village)).filter(
    household => group === null || currentFact(household, 'group', today) === group,
  )
  const inOrder = households.toSorted((one, other) => byNumber(orderOf(one, today), orderOf(other, today)))
  const issued = inOrder.map(household => ({ household, code: newCode() }))
  if (issued.length > 0) await keepDigests(context, village, issued, now)
  const office = await cards.selectOffice(db)
  const html = await cardPages({
    place: `${villagesOf(village)[0]?.county ?? ''}${place.town}${place.name}`,
    callers: await cards.selectCallers(db, village, today),
    office: {
      name: '活动办公室',
      title: '要换人、要说工作队的不是，打这个',
      telephone: office.office_telephone,
    },
    address: addressOf(asked),
    cards: issued.map(({ household, code }) => ({
      name: currentFact(household, 'contact-name', today),
      code,
    })),
  })
  return reply.type('text/html; charset=utf-8').send(html)
}

/** By group, then by the roster's number or the name: as the cards are carried from door to door. */
const orderOf = (household: Household, today: Asked['today']): string =>
  (['group', 'household-no', 'contact-name'] as const)
    .map(key => currentFact(household, key, today))
    .join(' ')

const keepDigests = (
  { db }: Context,
  village: VillageCode,
  issued: readonly { readonly household: Household; readonly code: string }[],
  now: Asked['now'],
): Promise<void> =>
  db.transaction().execute(async tx => {
    await cards.revokeCards(
      tx,
      village,
      issued.map(({ household }) => household.id),
      now,
    )
    await cards.insertCards(
      tx,
      issued.map(({ household, code }) => ({
        village_code: village,
        household_id: household.id,
        code_digest: digestOfCode(code),
        issued_at: now,
        revoked_at: null,
      })),
    )
  })

/** The address under which households reach the host: as configured, else as the desk was reached. */
const addressOf = ({ request }: Asked): string =>
  (process.env['PUBLIC_URL'] ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '')
