import { lunarDateOf } from '#domain/base/calendar/lunar-date.ts'
import { termAt } from '#domain/base/calendar/solar-terms.ts'
import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'
import { daysBetween, weekdayOf } from '#domain/base/days.ts'
import type { TalkMember } from './address.ts'
import type { Fit, Saying } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** What is so in this house on this day, and the solar term the day stands in. */
export type Setting = { readonly fits: ReadonlySet<Fit>; readonly term: SolarTerm | null }

export function settingOf(occasion: TalkOccasion): Setting {
  return {
    fits: new Set([
      ...fitsOfPeople(occasion),
      ...fitsOfHouse(occasion),
      ...fitsOfTalks(occasion),
      ...fitsOfDay(occasion),
    ]),
    term: termAt(occasion.visitOn)?.term ?? null,
  }
}

function fitsOfPeople({ members, knownFacts, visitOn }: TalkOccasion): readonly Fit[] {
  const year = Number(visitOn.slice(0, 4))
  const ages = members.flatMap(({ birthYear }) => (birthYear === null ? [] : [year - birthYear]))
  const elders = ages.filter(age => age >= 60).length
  return holding([
    ['grandchild', childOf(members, year) !== null],
    ['pupil', members.some(one => isPupil(one, year))],
    ['baby', ages.some(age => age <= 1)],
    ['someone-away', knownFacts.some(({ key }) => key === 'away')],
    ['elder', elders > 0],
    ['great-age', ages.some(age => age >= 80)],
    ['elder-alone', elders === 1 && members.length === 1],
    ['couple', elders === 2 && members.some(({ relation }) => /配偶|妻|夫|老伴/u.test(relation))],
    ['young', ages.some(age => age >= 20 && age < 45) && elders === 0],
    ['middle', ages.some(age => age >= 45 && age < 60)],
    ['full-house', members.length >= 5],
  ])
}

const holding = (found: readonly (readonly [Fit, boolean])[]): readonly Fit[] =>
  found.flatMap(([fit, holds]) => (holds ? [fit] : []))

/** Where the house stands, as far as the note on how to find it says; and what they are at, as far as they told. */
function fitsOfHouse({ knownFacts, ownTrade }: TalkOccasion): readonly Fit[] {
  const notes = knownFacts.flatMap(({ key, value }) => (key === 'house-note' ? [value] : [])).join(' ')
  return holding([
    ['own-trade', ownTrade],
    ['by-water', /塘|河|溪|湖|渠|水库|堰/u.test(notes)],
    ['by-tea', /茶/u.test(notes)],
    ['by-orchard', /果园|橘|柑|桃|梨|柿|枇杷|葡萄/u.test(notes)],
    ['by-hill', /坡|山|岭|垭|坪/u.test(notes)],
    ['by-road', /路边|公路|桥头|街|店/u.test(notes)],
  ])
}

/** Whether they have talked before, and how long ago. */
function fitsOfTalks({ talksOn, visitOn }: TalkOccasion): readonly Fit[] {
  const last = talksOn.findLast(day => day < visitOn)
  if (last === undefined) return ['first-time']
  return daysBetween(last, visitOn) > longSince ? ['been-before', 'long-since'] : ['been-before']
}

/** After so many days without a talk it has been long. */
const longSince = 60

const isPupil = ({ birthYear }: TalkMember, year: number): boolean =>
  birthYear !== null && year - birthYear >= 6 && year - birthYear <= 17

/** The youngest child with a name who is old enough to be greeted by it. */
export function childOf(members: readonly TalkMember[], year: number): TalkMember | null {
  const children = members.filter(
    ({ birthYear }) => birthYear !== null && year - birthYear >= 2 && year - birthYear <= 17,
  )
  return children.toSorted((one, other) => (other.birthYear ?? 0) - (one.birthYear ?? 0))[0] ?? null
}

function fitsOfDay({ visitOn }: TalkOccasion): readonly Fit[] {
  const lunar = lunarDateOf(visitOn)
  const between = (month: number, from: number, to: number) =>
    lunar?.month === month && !lunar.leap && lunar.day >= from && lunar.day <= to
  return holding([
    ['weekend', weekdayOf(visitOn) >= 6],
    ['first-lunar-month', between(1, 1, 15)],
    ['lantern', between(1, 10, 15)],
    ['dragon-head', between(2, 1, 2)],
    ['last-lunar-month', between(12, 8, 30)],
    ['dragon-boat', between(5, 1, 5)],
    ['sixth-of-sixth', between(6, 4, 6)],
    ['autumn-festival', between(8, 8, 15)],
    ['double-ninth', between(9, 5, 9)],
  ])
}

/** Whether a line fits the season of the day and the people of the house. */
export function isFitting(line: Saying, { fits, term }: Setting): boolean {
  if (line.terms.length > 0 && (term === null || !line.terms.includes(term))) return false
  return line.fits.every(fit => fits.has(fit))
}
