import type { Day } from '../base/days.ts'
import type { PersonId } from '../base/ids.ts'
import type { Household } from '../households/household.ts'
import { hasUntoldResult } from '../visits/readiness.ts'
import { isOpenNeed, type Need } from './need.ts'
import { standingOf } from './standing.ts'

/** One need with the household it belongs to. */
export type NeedOf = { readonly household: Household; readonly need: Need }

/** The needs somebody owns or was the first to be asked about, in the order in which to look at them. */
export type MyNeeds = {
  readonly lying: readonly NeedOf[]
  readonly mine: readonly NeedOf[]
  readonly told: readonly NeedOf[]
  readonly waiting: readonly NeedOf[]
  readonly closed: readonly NeedOf[]
}

/**
 * My needs: those I own, and those I was first asked about, which stay in my sight until the household has spoken,
 * whoever owns them now [H21]. Each stands in one list; left lying comes first [H13].
 */
export function needsOf(households: Iterable<Household>, me: PersonId, today: Day): MyNeeds {
  const all = [...eachNeed(households)].filter(({ need }) => concerns(need, me))
  const placed = all.map(one => ({ one, place: placeOf(one.need, me, today) }))
  const list = (place: keyof MyNeeds, newestFirst = false): readonly NeedOf[] =>
    placed
      .filter(each => each.place === place)
      .map(({ one }) => one)
      .toSorted((one, other) => lastDay(one).localeCompare(lastDay(other)) * (newestFirst ? -1 : 1))
  return {
    lying: list('lying'),
    mine: list('mine', true),
    told: list('told'),
    waiting: list('waiting'),
    closed: list('closed', true),
  }
}

/** Results that are there and that the household has not been told, of needs that are mine to see to [H13]. */
export const resultsToTell = (households: Iterable<Household>, me: PersonId): readonly NeedOf[] =>
  [...eachNeed(households)].filter(({ need }) => concerns(need, me) && hasUntoldResult(need))

/** One need by its id among all households this person holds. */
export function findNeedOf(households: Iterable<Household>, id: Need['id']): NeedOf | null {
  for (const one of eachNeed(households)) if (one.need.id === id) return one
  return null
}

function* eachNeed(households: Iterable<Household>): Generator<NeedOf> {
  for (const household of households) for (const need of household.needs) yield { household, need }
}

const concerns = (need: Need, me: PersonId): boolean => need.owner.id === me || need.firstAsked.id === me

function placeOf(need: Need, me: PersonId, today: Day): keyof MyNeeds {
  if (!isOpenNeed(need)) return 'closed'
  const standing = standingOf(need, today).is
  if (standing === 'lying') return 'lying'
  if (need.stage.is === 'answered') return 'told'
  return standing === 'waiting' || (need.owner.id !== me && standing !== 'to-tell') ? 'waiting' : 'mine'
}

const lastDay = ({ need }: NeedOf): Day => need.life.at(-1)?.on ?? need.heardOn
