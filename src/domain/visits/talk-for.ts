import type { Day } from '../base/days.ts'
import { currentFact } from '../households/facts.ts'
import type { Household } from '../households/household.ts'
import { nameOf } from '../households/roll.ts'
import type { Need } from '../needs/need.ts'
import { composeBrief } from './brief.ts'
import { composeTalk, type Talk } from './conversation/compose-talk.ts'
import { nextVisitTo } from './plan.ts'

/** The conversation card of a household, and the results to be told before anything else is said [H7]. */
export function talkFor(
  household: Household,
  today: Day,
): { readonly talk: Talk; readonly untold: readonly Need[] } {
  const visit = nextVisitTo(household)
  const brief = composeBrief(household, visit, today)
  const last = household.visits
    .filter(({ outcome }) => outcome.is === 'held')
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  const talk = composeTalk({
    headName: household.members.find(({ relation }) => relation === '户主')?.name ?? nameOf(household, today),
    members: household.members,
    group: currentFact(household, 'group', today),
    visitOn: visit?.on ?? today,
    ...(last === undefined ? {} : { lastTalkOn: last }),
    knownFacts: household.facts.filter(fact => fact.until === null || fact.until >= today),
    leaveAlone: brief.leaveAlone,
    seed: visit?.id ?? household.id,
  })
  return { talk, untold: brief.untold.slice(0, 2) }
}
