import type { HouseholdId, VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { digestOfCode, readCode } from '../cards/code.ts'
import type { Db } from '../db/database.ts'

export type FamilyRow = {
  readonly household_id: string
  readonly village_code: string
  readonly village: string
  readonly town: string
  readonly state: Household
}

const families = (db: Db) =>
  db
    .selectFrom('households')
    .innerJoin('villages', 'villages.code', 'households.village_code')
    .select([
      'households.household_id',
      'households.village_code',
      'villages.name as village',
      'villages.town',
      'households.state',
    ])

/** The family whose card bears this code; a card that was given back opens nothing. */
export const selectFamilyOfCard = (db: Db, written: string): Promise<FamilyRow | undefined> =>
  families(db)
    .innerJoin('cards', join =>
      join
        .onRef('cards.village_code', '=', 'households.village_code')
        .onRef('cards.household_id', '=', 'households.household_id'),
    )
    .where('cards.code_digest', '=', digestOfCode(readCode(written) ?? `no code: ${written}`))
    .where('cards.revoked_at', 'is', null)
    .executeTakeFirst()

/** The family of the matter with this number in the village: a family that lost its card knows what it asked for. */
export const selectFamilyOfNeed = (
  db: Db,
  { village, number }: { readonly village: VillageCode; readonly number: number },
): Promise<FamilyRow | undefined> =>
  families(db)
    .innerJoin('changes', join =>
      join
        .onRef('changes.village_code', '=', 'households.village_code')
        .onRef('changes.household_id', '=', 'households.household_id'),
    )
    .where('changes.village_code', '=', village)
    .where('changes.seq', '=', number)
    .where('changes.kind', '=', 'need.raise')
    .executeTakeFirst()

export const selectFamily = (
  db: Db,
  { village, household }: { readonly village: VillageCode; readonly household: HouseholdId },
): Promise<FamilyRow | undefined> =>
  families(db)
    .where('households.village_code', '=', village)
    .where('households.household_id', '=', household)
    .executeTakeFirst()
