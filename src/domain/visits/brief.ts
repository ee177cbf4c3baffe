import type { Day } from '../base/days.ts'
import { differencesOf, type Difference } from '../households/differences.ts'
import { currentFact, factsFor } from '../households/facts.ts'
import type { Fact, Household } from '../households/household.ts'
import { nameOf } from '../households/roll.ts'
import { isOpenNeed, type Need } from '../needs/need.ts'
import { isOpenPromise, type Promised } from '../promises/promise.ts'
import { hasUntoldResult } from './readiness.ts'
import type { Advice, Visit } from './visit.ts'

/**
 * One page before the door (访前一页), to be read in sixty seconds [H1]: composed when it is opened, never stored.
 * It holds no history of grievances; at most that there is a topic to leave alone, without its content [H19].
 */
export type Brief = {
  readonly name: string
  readonly group: string
  readonly houseNote: string
  readonly visit: Visit | null
  readonly people: readonly Person[]
  /** Who lives at home and who is away, as it was said. */
  readonly living: readonly Fact[]
  /** How to speak and sit with them: what the facts and the cadre say of hearing, walking and language. */
  readonly mindful: readonly string[]
  readonly promises: readonly BriefPromise[]
  /** Results that are there and that the family has not been told: the first thing to say. */
  readonly untold: readonly Need[]
  readonly open: readonly Need[]
  readonly differs: readonly Difference[]
  /** Differences that somebody settled: one word is used, the others stay to be read [S10]. */
  readonly settled: readonly Difference[]
  readonly known: readonly Fact[]
  readonly advice: readonly Advice[]
  readonly bring: readonly Bring[]
  readonly leaveAlone: boolean
  readonly unknowns: readonly Unknown[]
  readonly notBefore: Day | null
  readonly isFirstVisit: boolean
}

/** A member as the brief names them; the age is in whole years by the calendar year. */
export type Person = { readonly name: string; readonly relation: string; readonly age: number | null }

/** A promise and what became of it. */
export type BriefPromise = {
  readonly promised: Promised
  readonly became:
    | { readonly is: 'kept'; readonly on: Day; readonly how: string }
    | { readonly is: 'result-ready'; readonly need: Need }
    | { readonly is: 'past'; readonly on: Day }
    | { readonly is: 'open'; readonly on: Day | null }
}

/** What to take along. */
export type Bring =
  | { readonly is: 'result'; readonly need: Need }
  | { readonly is: 'contact-card' }
  | { readonly is: 'policies'; readonly titles: readonly string[]; readonly papers: readonly string[] }

/** What nobody knows yet: to be listened for, never asked off a list. */
export type Unknown = 'consent' | 'who-lives-there' | 'good-times' | 'telephone'

/** Composes the brief of a household for a planned visit, or without one for a look before a chance meeting. */
export function composeBrief(household: Household, visit: Visit | null, today: Day): Brief {
  const untold = household.needs.filter(hasUntoldResult)
  const advice = standingAdvice(visit, today)
  const differences = differencesOf(household, today)
  return {
    name: nameOf(household, today),
    group: currentFact(household, 'group', today),
    houseNote: currentFact(household, 'house-note', today),
    visit,
    people: peopleOf(household, today),
    living: [
      ...factsFor(household, 'living-at-home', today).slice(0, 1),
      ...factsFor(household, 'away', today),
    ],
    mindful: mindfulOf(household, advice, today),
    promises: promisesToRead(household, today),
    untold,
    open: household.needs.filter(need => isOpenNeed(need) && !hasUntoldResult(need)),
    differs: differences.filter(({ is }) => is !== 'settled'),
    settled: differences.filter(({ is }) => is === 'settled'),
    known: knownFacts(household, differences, today),
    advice,
    bring: bringFor(household, untold),
    leaveAlone: leavesAlone(household, advice, today),
    unknowns: unknownsOf(household, advice, today),
    notBefore: household.notBefore !== null && household.notBefore > today ? household.notBefore : null,
    isFirstVisit: !household.visits.some(({ outcome }) => outcome.is === 'held'),
  }
}

/** What the cadre said for this visit and still holds: it expires by itself [H2]. */
const standingAdvice = (visit: Visit | null, today: Day): readonly Advice[] =>
  (visit?.advice ?? []).filter(advice => advice.expiresOn >= today)

const peopleOf = (household: Household, today: Day): readonly Person[] =>
  household.members.map(({ name, relation, birthYear }) => ({
    name,
    relation,
    age: birthYear === null ? null : Number(today.slice(0, 4)) - birthYear,
  }))

function mindfulOf(household: Household, advice: readonly Advice[], today: Day): readonly string[] {
  const facts = (['hearing', 'mobility', 'language'] as const).map(key => currentFact(household, key, today))
  const known = facts.filter(words => words !== '')
  // Where nothing is known of it yet, the cadre's words stand in; otherwise they are read further down, once.
  return known.length > 0 ? known : advice.map(({ mindful }) => mindful.trim()).filter(words => words !== '')
}

/** Open promises by their day, then the last one kept: what was promised, and what became of it. */
function promisesToRead(household: Household, today: Day): readonly BriefPromise[] {
  const open = household.promises
    .filter(isOpenPromise)
    .toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'))
  const kept = household.promises
    .filter(({ outcome }) => outcome.is === 'kept')
    .toSorted((one, other) => keptOn(other).localeCompare(keptOn(one)))
  return [...open, ...kept.slice(0, 1)].map(promised => ({
    promised,
    became: becameOf(household, promised, today),
  }))
}

const keptOn = ({ outcome }: Promised): string => (outcome.is === 'kept' ? outcome.on : '')

function becameOf(household: Household, promised: Promised, today: Day): BriefPromise['became'] {
  const { outcome, dueOn } = promised
  if (outcome.is === 'kept') return { is: 'kept', on: outcome.on, how: outcome.how }
  const need = household.needs.find(one => one.id === promised.need)
  if (need !== undefined && hasUntoldResult(need)) return { is: 'result-ready', need }
  return dueOn !== null && dueOn < today ? { is: 'past', on: dueOn } : { is: 'open', on: dueOn }
}

/** Facts worth having at hand; what is said differently stands with its sources further up, and not here again [H3]. */
const knownFacts = (household: Household, differences: readonly Difference[], today: Day): readonly Fact[] =>
  (['telephone', 'good-times'] as const)
    .filter(key => !differences.some(difference => difference.key === key))
    .flatMap(key => factsFor(household, key, today).slice(0, 1))

const bringFor = (household: Household, untold: readonly Need[]): readonly Bring[] => [
  ...untold.map(need => ({ is: 'result', need }) as const),
  ...(household.consents.length === 0 ? [{ is: 'contact-card' } as const] : []),
]

const leavesAlone = (household: Household, advice: readonly Advice[], today: Day): boolean =>
  advice.some(({ leaveAlone }) => leaveAlone === 'yes') ||
  currentFact(household, 'leave-topic-alone', today) === 'yes'

function unknownsOf(household: Household, advice: readonly Advice[], today: Day): readonly Unknown[] {
  const unknowns: Unknown[] = []
  if (household.consents.length === 0) unknowns.push('consent')
  if (household.members.length === 0 && currentFact(household, 'living-at-home', today) === '')
    unknowns.push('who-lives-there')
  if (currentFact(household, 'good-times', today) === '' && !advice.some(({ when }) => when !== null))
    unknowns.push('good-times')
  if (currentFact(household, 'telephone', today) === '') unknowns.push('telephone')
  return unknowns
}
