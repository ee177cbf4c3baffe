import type { Day } from '#domain/base/days.ts'
import { asVillageCode, type VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import { nameOf } from '#domain/households/roll.ts'
import { findVisit } from '#domain/visits/visit.changes.ts'
import type { Visit } from '#domain/visits/visit.ts'
import { selectVillageName } from '../card-page/card-page.sql.ts'
import type { AskedVisit, Db } from '../db/database.ts'
import { selectHouseholds, type LinkRow } from './advice-links.sql.ts'

/** What a link's page shows: whose door, when, who comes. Nothing else of the family is read [H2] [S14]. */
export type AskedFamily = {
  readonly at: number
  readonly asked: AskedVisit
  readonly name: string
  readonly visit: Visit
  readonly isAnswered: boolean
}

export type AskedAll = {
  readonly village: VillageCode
  readonly villageName: string
  readonly saidBy: string
  readonly families: readonly AskedFamily[]
}

/** The families a link asks about, those whose visit is still to come. */
export async function gatherAsked(db: Db, link: LinkRow, today: Day): Promise<AskedAll> {
  const village = asVillageCode(link.village_code)
  const households = await selectHouseholds(
    db,
    village,
    link.visits.map(({ household }) => household),
  )
  return {
    village,
    villageName: await selectVillageName(db, village),
    saidBy: link.said_by,
    families: link.visits.flatMap((asked, place) => {
      const visit = plannedIn(households.get(asked.household), asked)
      const household = households.get(asked.household)
      if (visit === null || household === undefined) return []
      const isAnswered = link.answered.includes(asked.visit)
      return [{ at: place + 1, asked, name: nameOf(household, today), visit, isAnswered }]
    }),
  }
}

/** The visit, where it is still to be held. */
export function plannedIn(household: Household | undefined, asked: AskedVisit): Visit | null {
  if (household === undefined || household.erased !== undefined) return null
  const visit = findVisit(household, asked.visit)
  return visit?.outcome.is === 'planned' ? visit : null
}
