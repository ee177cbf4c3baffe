import { asInstant, dayOf, type Day, type Instant } from '#domain/base/days.ts'
import { composeCard, type Card } from '#domain/households/card.ts'
import type { Household } from '#domain/households/household.ts'
import type { Context } from '../http/context.ts'
import * as rows from './card-page.sql.ts'
import type { GoodCard } from './door.ts'

/** What a household's page is made of, as of now. */
export type Gathered = {
  readonly household: Household
  readonly card: Card
  readonly today: Day
  readonly village: string
  readonly people: readonly Reachable[]
  readonly office: Office
  readonly looks: readonly Look[]
}

/** Somebody the household can call. */
export type Reachable = {
  readonly name: string
  readonly duty: 'asked' | rows.PersonRow['role']
  readonly title: string
  readonly telephone: string
}

export type Office = { readonly name: string; readonly telephone: string; readonly filingNumber: string }

/** Somebody opened the household's pages. `title` only where the name alone does not say who that is. */
export type Look = {
  readonly title: string
  readonly name: string
  readonly why: string
  readonly at: Instant
}

/** Gathers the page of a good card's household; null when there is no such household any more. */
export async function gather({ db, clock }: Context, card: GoodCard): Promise<Gathered | null> {
  const today = dayOf(clock())
  const household = await rows.selectHousehold(db, card.village, card.household)
  if (household === null) return null
  const [village, people, office, looks] = await Promise.all([
    rows.selectVillageName(db, card.village),
    rows.selectPeopleOf(db, card.village, today),
    gatherOffice(db),
    rows.selectLooks(db, card.village, card.household),
  ])
  const composed = composeCard(household, today)
  return {
    household,
    card: composed,
    today,
    village,
    people: presentPeople(people, composed.askFirst?.id ?? ''),
    office,
    looks: presentLooks(looks),
  }
}

/** The office as the household can call it; empty where the host has not said. */
export async function gatherOffice(db: Context['db']): Promise<Office> {
  const host = await rows.selectHost(db)
  return {
    name: host?.office_name ?? '',
    telephone: host?.office_telephone ?? '',
    filingNumber: host?.filing_number ?? '',
  }
}

/** Who sees to the family's matters comes first. */
function presentPeople(people: readonly rows.PersonRow[], asked: string): readonly Reachable[] {
  const first = people.filter(({ id }) => id === asked)
  const others = people.filter(({ id, telephone }) => id !== asked && telephone !== '')
  return [...first, ...others].map(({ id, name, role, title, telephone }) => ({
    name,
    duty: id === asked && role !== 'village-cadre' ? 'asked' : role,
    title,
    telephone,
  }))
}

/** A title only where the name alone does not say who that is: the team and the cadres are known by name. */
const presentLooks = (looks: readonly rows.LookRow[]): readonly Look[] =>
  looks.map(({ person_name, role, title, why, opened_at }) => {
    const isKnown = role === 'visitor' || role === 'team-leader' || role === 'village-cadre'
    return { title: isKnown ? '' : title, name: person_name, why, at: asInstant(opened_at) }
  })
