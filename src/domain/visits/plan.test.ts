import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { asId, type HouseholdId, type VisitId } from '#domain/base/ids.ts'
import { change, fuFamily, plan, today } from '#test/builders/changes.ts'
import { family } from '#test/builders/family.ts'
import { stranger, tianJianguo, zhouMin } from '#test/builders/people.ts'
import type { TimeOfDay } from './visit.ts'
import { alsoPlanned, askedVisits, companionsOfAll, dayToAskAbout, plannedDays, teamDays } from './plan.ts'

const tomorrow = asDay('2026-04-17')

const planned = (id: string, time: TimeOfDay | null, note: string) => ({
  ...family(
    plan(asId<VisitId>(id)),
    change('visit.plan', {
      visit: asId<VisitId>(id),
      on: tomorrow,
      time,
      purpose: '看看',
      companions: ['田建国'],
    }),
    change('household.learn', {
      facts: [{ key: 'house-note', value: note, source: 'visitor', learnedOn: today, until: null }],
    }),
  ),
  id: asId<HouseholdId>(`household-${id}`),
})

describe('the plan', () => {
  test('[H5] a day is ordered by the time people are home, then by neighbourhood', () => {
    const [day] = plannedDays(
      [
        planned('visit-00c', 'after-supper', '塘边第三家'),
        planned('visit-00b', 'afternoon', '塘边 2'),
        planned('visit-00a', 'afternoon', '塘边 1'),
      ],
      zhouMin,
      today,
    )
    expect(day?.on).toBe(tomorrow)
    expect(day?.visits.map(({ visit }) => visit.id)).toEqual(['visit-00a', 'visit-00b', 'visit-00c'])
  })

  test('[H4] each planned visit says why it is not ready yet', () => {
    const [day] = plannedDays([planned('visit-00a', null, '')], zhouMin, today)
    expect(day?.visits[0]?.reasons).toEqual(['cadre-not-asked'])
  })

  test('[H5] a day before the one the household named is said first: a colleague heard it after the plan was made', () => {
    const asked = { ...planned('visit-00a', null, ''), notBefore: addDays(tomorrow, 7) }
    const [day] = plannedDays([asked], zhouMin, today)
    expect(day?.visits[0]?.reasons).toEqual(['before-agreed-day', 'cadre-not-asked'])
    const reached = { ...asked, notBefore: tomorrow }
    expect(plannedDays([reached], zhouMin, today)[0]?.visits[0]?.reasons).toEqual(['cadre-not-asked'])
  })

  test('a companion sees the visit too, a stranger does not', () => {
    const households = [planned('visit-00a', null, '塘边')]
    expect(plannedDays(households, tianJianguo, today)).toHaveLength(1)
    expect(plannedDays(households, stranger, today)).toHaveLength(0)
    expect(companionsOfAll(plannedDays(households, zhouMin, today)[0]?.visits ?? [])).toEqual(['田建国'])
  })

  test('[H5] the team’s days hold everybody’s visits in one order; a family is seen to be planned twice', () => {
    const mine = asId<VisitId>('visit-mine1')
    const theirs = asId<VisitId>('visit-other')
    const twice = family(
      plan(mine),
      change('visit.plan', {
        visit: theirs,
        on: addDays(tomorrow, 1),
        time: null,
        purpose: '坐坐',
        companions: [],
      }),
    )
    const days = teamDays([twice, planned('visit-00a', 'noon', '塘边')], today)
    expect(days.map(({ on, visits }) => [on, visits.length])).toEqual([
      [tomorrow, 2],
      [addDays(tomorrow, 1), 1],
    ])
    const visit = twice.visits.find(({ id }) => id === mine) ?? null
    expect(alsoPlanned(twice, visit, today).map(({ id }) => id)).toEqual([theirs])
    expect(Object.keys(days[0] ?? {})).toEqual(['on', 'visits'])
  })

  test('[H2] the village is asked about tomorrow first, in one go; nothing is left to ask once it has answered', () => {
    const days = plannedDays([planned('visit-00a', null, ''), planned('visit-00b', null, '')], zhouMin, today)
    expect(dayToAskAbout(days, today)?.visits).toHaveLength(2)
    const told = days.map(day => ({ ...day, visits: day.visits.map(one => ({ ...one, reasons: [] })) }))
    expect(dayToAskAbout(told, today)).toBeNull()
  })

  test('[H2] the cadre sees the families asked about, and no other', () => {
    const visit = asId<VisitId>('visit-0001')
    const asked = family(plan(visit), change('advice.ask', { visit }))
    const notAsked = { ...family(plan(visit)), id: fuFamily }
    expect(askedVisits([asked, notAsked], today).map(({ household }) => household.id)).toEqual([asked.id])
  })
})
