import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import type { Day } from '#domain/base/days.ts'
import { day, id, villageCode } from '#domain/base/fields.schema.ts'
import {
  asId,
  asVillageCode,
  type ChangeId,
  type DeviceId,
  type HouseholdId,
  type OpeningId,
} from '#domain/base/ids.ts'
import type { ErasableFamily, Erased } from '#domain/campaigns/desk-answers.ts'
import { currentFact } from '#domain/households/facts.ts'
import type { ChangeOf } from '#sync/change.ts'
import { areasOf, forThose, inRole, type Asked } from '../desk/ask-who.ts'
import type { App, Context } from '../http/context.ts'
import { answerRefused } from '../http/refusals.ts'
import { append } from '../log/append.ts'
import { keepOpenings } from '../openings/keep.ts'
import * as rows from './erasing.sql.ts'

const find = z.union([
  z.strictObject({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
  z.strictObject({ village: villageCode, number: z.int().check(z.gte(1)) }),
])

const erase = z.strictObject({
  change: id<ChangeId>(),
  village: villageCode,
  household: id<HouseholdId>(),
  askedOn: day,
  channel: z.enum(['at-the-door', 'telephone', 'in-writing']),
})

/**
 * What a family asked for is carried out [S15] [H22]: `POST /api/erasing/asked` finds it by its card's code, or by a matter
 * of its village; `POST /api/erasing` erases it, through the log like every act. Nothing finds a family by a name.
 */
export function erasingRoutes(app: App, context: Context): void {
  const may = inRole('privacy-officer', 'office')
  app.post(
    '/api/erasing/asked',
    forThose(context, may, async asked => {
      const read = find.safeParse(asked.request.body)
      return read.success
        ? findFamily(context, asked, read.data)
        : answerRefused(asked.reply, 'broken-request')
    }),
  )
  app.post(
    '/api/erasing',
    forThose(context, may, async asked => {
      const read = erase.safeParse(asked.request.body)
      return read.success
        ? eraseFamily(context, asked, read.data)
        : answerRefused(asked.reply, 'broken-request')
    }),
  )
}

/** A family outside the areas is as unknown as one that never was. Who found it has looked at it, and that is kept. */
async function findFamily(
  { db }: Context,
  asked: Asked,
  by: z.infer<typeof find>,
): Promise<ErasableFamily | unknown> {
  const { actor, today, now, reply } = asked
  const row =
    'code' in by ? await rows.selectFamilyOfCard(db, by.code) : await rows.selectFamilyOfNeed(db, by)
  if (row === undefined || !isInArea(asked, row.village_code)) return answerRefused(reply, 'family-not-found')
  const opening = {
    id: asId<OpeningId>(randomUUID()),
    village: asVillageCode(row.village_code),
    household: asId<HouseholdId>(row.household_id),
    why: 'look',
    openedAt: now,
  } as const
  const { id, name, role } = actor
  await keepOpenings(db, opening.village, [opening], { person: { id, name, role }, now })
  return presentFamily(row, today)
}

function presentFamily({ state, village, town }: rows.FamilyRow, today: Day): ErasableFamily {
  return {
    village: state.village,
    household: state.id,
    place: `${town}${village}`,
    family: currentFact(state, 'contact-name', today),
    house: currentFact(state, 'house-note', today),
    openNeeds: state.needs.filter(({ stage }) => !over.has(stage.is)).length,
    openPromises: state.promises.filter(({ outcome }) => outcome.is === 'open').length,
    erasedOn: state.erased?.on ?? null,
  }
}

const over: ReadonlySet<string> = new Set(['solved', 'unconfirmed', 'withdrawn'])

async function eraseFamily(
  { db }: Context,
  asked: Asked,
  { change: id, village, household, askedOn, channel }: z.infer<typeof erase>,
): Promise<Erased | unknown> {
  const { actor, now, reply } = asked
  const row = await rows.selectFamily(db, { village, household })
  if (row === undefined || !isInArea(asked, village)) return answerRefused(reply, 'family-not-found')
  // Said twice it is done once; a family that is erased stays so [S1].
  if (row.state.erased !== undefined) return { erasedOn: row.state.erased.on } satisfies Erased
  const change: ChangeOf<'household.erase'> = {
    id,
    village,
    household,
    kind: 'household.erase',
    body: { askedOn, channel },
    happenedAt: now,
    after: [],
  }
  const [verdict] = await append(db, village, [{ change, diary: null }], { actor, device: desk, now })
  if (verdict === undefined || !verdict.ok) return answerRefused(reply, 'not-erased')
  return { erasedOn: askedOn } satisfies Erased
}

/** The desk keeps nothing: all its machines are one device in the log. */
const desk = asId<DeviceId>('desk-of-the-office')

const isInArea = ({ actor, today }: Asked, village: string): boolean =>
  areasOf(actor, today).some(area => village.startsWith(area))
