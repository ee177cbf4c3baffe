import { lunarDateOf } from '#domain/base/calendar/lunar-date.ts'
import { termAt } from '#domain/base/calendar/solar-terms.ts'
import type { SolarTerm } from '#domain/base/calendar/solar-terms.ts'
import { weekdayOf } from '#domain/base/days.ts'
import type { TalkMember } from './address.ts'
import type { Fit, TalkLine } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

/** What is so in this house on this day, and the solar term the day stands in. */
export type Setting = { readonly fits: ReadonlySet<Fit>; readonly term: SolarTerm | null }

export function settingOf(occasion: TalkOccasion): Setting {
  return {
    fits: new Set([...fitsOfPeople(occasion), ...fitsOfDay(occasion)]),
    term: termAt(occasion.visitOn)?.term ?? null,
  }
}

function fitsOfPeople({ members, knownFacts, visitOn }: TalkOccasion): readonly Fit[] {
  const year = Number(visitOn.slice(0, 4))
  const ages = members.flatMap(({ birthYear }) => (birthYear === null ? [] : [year - birthYear]))
  const elders = ages.filter(age => age >= 60).length
  const found: (readonly [Fit, boolean])[] = [
    ['grandchild', childOf(members, year) !== null],
    ['pupil', members.some(one => isPupil(one, year))],
    ['baby', ages.some(age => age <= 1)],
    ['someone-away', knownFacts.some(({ key }) => key === 'away')],
    ['elder', elders > 0],
    ['elder-alone', elders === 1 && members.length === 1],
    ['couple', elders === 2 && members.some(({ relation }) => /配偶|妻|夫|老伴/u.test(relation))],
    ['young', ages.some(age => age >= 20 && age < 45) && elders === 0],
  ]
  return found.flatMap(([fit, holds]) => (holds ? [fit] : []))
}

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
  const found: (readonly [Fit, boolean])[] = [
    ['weekend', weekdayOf(visitOn) >= 6],
    ['first-lunar-month', between(1, 1, 15)],
    ['last-lunar-month', between(12, 8, 30)],
    ['dragon-boat', between(5, 1, 5)],
    ['autumn-festival', between(8, 8, 15)],
    ['double-ninth', between(9, 5, 9)],
  ]
  return found.flatMap(([fit, holds]) => (holds ? [fit] : []))
}

/** Whether a line fits the season of the day and the people of the house. */
export function isFitting(line: TalkLine, { fits, term }: Setting): boolean {
  if (line.terms && (term === null || !line.terms.includes(term))) return false
  return (line.fits ?? []).every(fit => fits.has(fit))
}
