import { addDays, weekdayOf, type Day } from '../base/days.ts'
import { termAt, type SolarTerm } from '../base/calendar/solar-terms.ts'
import { currentFact } from '../households/facts.ts'
import type { Household } from '../households/household.ts'
import type { TimeOfDay, Visit } from './visit.ts'

/** When somebody is at home, and from where that is known [H5]. */
export type AtHome = {
  readonly on: Day
  readonly time: TimeOfDay
  readonly because: 'village' | 'family' | 'season'
}

/**
 * A time at which people are home: what the village said for a visit, else what is known of the family, else the season.
 * The day is the next one that the family allows; a Sunday where that is when they are home [H5].
 */
export function atHome(household: Household, visit: Visit | null, today: Day): AtHome {
  const said = visit?.advice.findLast(({ when, expiresOn }) => when !== null && expiresOn >= today)?.when
  const goodTimes = currentFact(household, 'good-times', today)
  const known = timeIn(goodTimes)
  const on = dayFor(household, goodTimes, today)
  if (said !== undefined && said !== null) return { on, time: said, because: 'village' }
  if (known !== null) return { on, time: known, because: 'family' }
  return { on, time: inSeason(on), because: 'season' }
}

const spoken: readonly (readonly [TimeOfDay, RegExp])[] = [
  ['after-supper', /晚饭|夜饭|宵夜|吃了饭|晚上|夜里|天黑|擦黑|黑了|八点|after supper|evening/iu],
  ['after-work', /收工|下工|下班|放学|傍晚|after work/iu],
  ['noon', /中午|晌午|午饭|noon/iu],
  ['morning', /上午|早上|早晨|清早|一早|赶早|morning/iu],
  ['afternoon', /下午|afternoon/iu],
]

/** The time of day that words name; null where they name none. */
export const timeIn = (words: string): TimeOfDay | null =>
  spoken.find(([, pattern]) => pattern.test(words))?.[0] ?? null

function dayFor(household: Household, goodTimes: string, today: Day): Day {
  const tomorrow = addDays(today, 1)
  const { notBefore } = household
  const first = notBefore !== null && notBefore > tomorrow ? notBefore : tomorrow
  return /礼拜天|星期天|星期日|周日|周末|sunday/iu.test(goodTimes)
    ? addDays(first, 7 - weekdayOf(first))
    : first
}

/** When the fields are full, people are home after supper; in the slack season an afternoon will do. */
const slack: readonly SolarTerm[] = ['小雪', '大雪', '冬至', '小寒', '大寒', '立春', '雨水']

function inSeason(on: Day): TimeOfDay {
  const term = termAt(on)?.term
  return term !== undefined && slack.includes(term) ? 'afternoon' : 'after-supper'
}
