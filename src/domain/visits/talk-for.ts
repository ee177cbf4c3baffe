import type { Day } from '../base/days.ts'
import type { Household } from '../households/household.ts'
import { nameOf } from '../households/roll.ts'
import { isOpenNeed, type Need } from '../needs/need.ts'
import { composeBrief, type Brief } from './brief.ts'
import { composeTalk, type Talk } from './conversation/compose-talk.ts'
import type { TalkLine } from './conversation/talk-line.ts'
import type { TalkOccasion } from './conversation/talk-occasion.ts'
import { nextVisitTo } from './plan.ts'

/** The conversation card of a household out of the catalogue's lines, and the results to be told before anything else [H7]. */
export function talkFor(
  household: Household,
  today: Day,
  lines: readonly TalkLine[],
): { readonly talk: Talk; readonly untold: readonly Need[] } {
  const brief = composeBrief(household, nextVisitTo(household), today)
  const talk = composeTalk(talkOccasionOf(household, today, brief), lines)
  return { talk, untold: brief.untold.slice(0, 2) }
}

/** What is known of a household for the talk to come: on the day planned, or today where none is planned or it has passed. */
export function talkOccasionOf(
  household: Household,
  today: Day,
  { leaveAlone }: Pick<Brief, 'leaveAlone'>,
): TalkOccasion {
  const visit = nextVisitTo(household)
  const talksOn = household.visits.filter(({ outcome }) => outcome.is === 'held').map(({ on }) => on)
  return {
    headName: household.members.find(({ relation }) => relation === '户主')?.name ?? nameOf(household, today),
    members: household.members,
    village: household.village,
    visitOn: visit === null || visit.on < today ? today : visit.on,
    talksOn: [...new Set(talksOn)].toSorted(),
    knownFacts: household.facts.filter(fact => fact.until === null || fact.until >= today),
    ownTrade: household.needs.some(need => need.category === 'livelihood' && isOpenNeed(need)),
    leaveAlone,
    seed: household.id,
  }
}
