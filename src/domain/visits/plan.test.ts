import { describe, expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type HouseholdId, type VisitId } from '#domain/base/ids.ts'
import { change, fuFamily, plan, today } from '#test/builders/changes.ts'
import { family } from '#test/builders/family.ts'
import { stranger, tianJianguo, zhouMin } from '#test/builders/people.ts'
import type { TimeOfDay } from './visit.ts'
import { askedVisits, companionsOfAll, plannedDays } from './plan.ts'

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

  test('a companion sees the visit too, a stranger does not', () => {
    const households = [planned('visit-00a', null, '塘边')]
    expect(plannedDays(households, tianJianguo, today)).toHaveLength(1)
    expect(plannedDays(households, stranger, today)).toHaveLength(0)
    expect(companionsOfAll(plannedDays(households, zhouMin, today)[0]?.visits ?? [])).toEqual(['田建国'])
  })

  test('[H2] the cadre sees the families asked about, and no other', () => {
    const visit = asId<VisitId>('visit-0001')
    const asked = family(plan(visit), change('advice.ask', { visit }))
    const notAsked = { ...family(plan(visit)), id: fuFamily }
    expect(askedVisits([asked, notAsked], today).map(({ household }) => household.id)).toEqual([asked.id])
  })
})
