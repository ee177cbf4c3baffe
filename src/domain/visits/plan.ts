import type { Day } from '../base/days.ts'
import type { PersonNamed } from '../base/people.ts'
import { currentFact } from '../households/facts.ts'
import type { Household } from '../households/household.ts'
import { standingBefore, type StandingReason } from './readiness.ts'
import { timesOfDay, type Visit } from './visit.ts'

/** A planned visit, its household, and what still stands between it and a prepared one [H4]. */
export type PlannedVisit = {
  readonly household: Household
  readonly visit: Visit
  readonly reasons: readonly StandingReason[]
}

/** The visits of one day in the order in which to go. */
export type PlannedDay = { readonly on: Day; readonly visits: readonly PlannedVisit[] }

/**
 * The visits somebody planned or goes along to, by day; within a day by the time people are home, then by group and
 * neighbourhood, so that nobody is called in from the field [H5]. Days gone by hold what was not recorded yet.
 */
export function plannedDays(
  households: Iterable<Household>,
  me: PersonNamed,
  today: Day,
): readonly PlannedDay[] {
  return daysOf(households, today, visit => goes(visit, me))
}

/** What the whole team has planned from today on, by day and in order: nobody is called twice [H5]. Never by person. */
export const teamDays = (households: Iterable<Household>, today: Day): readonly PlannedDay[] =>
  daysOf(households, today, visit => visit.on >= today)

/** Other visits planned to the same household: colleagues agree on one before the family is called twice [H5]. */
export const alsoPlanned = (household: Household, visit: Visit | null, today: Day): readonly Visit[] =>
  household.visits.filter(
    other => other.outcome.is === 'planned' && other.on >= today && other.id !== visit?.id,
  )

/** The day whose families the village is asked about next: tomorrow, or the next one on which somebody is visited. */
export const dayToAskAbout = (days: readonly PlannedDay[], today: Day): PlannedDay | null =>
  days.find(({ on, visits }) => on > today && visits.some(isUnadvised)) ??
  days.find(({ on, visits }) => on === today && visits.some(isUnadvised)) ??
  null

/** Whether nobody of the village has said how to come, or what was said has expired. */
export const isUnadvised = ({ reasons }: PlannedVisit): boolean => reasons.includes('cadre-not-asked')

function daysOf(
  households: Iterable<Household>,
  today: Day,
  isMeant: (visit: Visit) => boolean,
): readonly PlannedDay[] {
  const byDay = new Map<Day, PlannedVisit[]>()
  for (const household of households)
    for (const visit of household.visits) {
      if (visit.outcome.is !== 'planned' || !isMeant(visit)) continue
      const planned = { household, visit, reasons: standingBefore(household, visit, today) }
      byDay.set(visit.on, [...(byDay.get(visit.on) ?? []), planned])
    }
  return [...byDay]
    .map(([on, visits]) => ({ on, visits: inOrder(visits, today) }))
    .toSorted((one, other) => one.on.localeCompare(other.on))
}

/** The next visit planned to a household, on that day or later; one that was to be held earlier comes before it. */
export const nextVisitTo = (household: Household): Visit | null =>
  household.visits
    .filter(visit => visit.outcome.is === 'planned')
    .toSorted((one, other) => one.on.localeCompare(other.on))[0] ?? null

/** The visits of a village about which its cadre is asked how to arrive, those not answered first [H2]. */
export function askedVisits(households: Iterable<Household>, today: Day): readonly PlannedVisit[] {
  const asked: PlannedVisit[] = []
  for (const household of households)
    for (const visit of household.visits)
      if (visit.outcome.is === 'planned' && visit.askedOn !== null && visit.on >= today)
        asked.push({ household, visit, reasons: [] })
  return inOrder(asked, today).toSorted((one, other) => one.visit.on.localeCompare(other.visit.on))
}

/** Those who go to all of these visits beside `me`: said once above the day. */
export function companionsOfAll(visits: readonly PlannedVisit[]): readonly string[] {
  const [first, ...rest] = visits
  return (first?.visit.companions ?? []).filter(name =>
    rest.every(({ visit }) => visit.companions.includes(name)),
  )
}

const goes = (visit: Visit, me: PersonNamed): boolean =>
  visit.by.id === me.id || visit.companions.includes(me.name)

const timeOf = ({ visit }: PlannedVisit): number =>
  visit.time === null ? timesOfDay.length : timesOfDay.indexOf(visit.time)

const neighbourhood = new Intl.Collator('zh-CN', { numeric: true })

const placeOf = ({ household }: PlannedVisit, today: Day): string =>
  `${currentFact(household, 'group', today)} ${currentFact(household, 'house-note', today)}`

const inOrder = (visits: readonly PlannedVisit[], today: Day): readonly PlannedVisit[] =>
  visits.toSorted(
    (one, other) =>
      timeOf(one) - timeOf(other) || neighbourhood.compare(placeOf(one, today), placeOf(other, today)),
  )
