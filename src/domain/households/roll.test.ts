import { describe, expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { asId, type HouseholdId } from '#domain/base/ids.ts'
import { agree, change, raise, road, today } from '#test/builders/changes.ts'
import { family, type FamilyChange } from '#test/builders/family.ts'
import type { Household } from './household.ts'
import { findFamilies, markOf, nameOf, rollOf } from './roll.ts'

const withoutRoster = (...changes: FamilyChange[]): Household => {
  const household = family(...changes)
  return {
    ...household,
    facts: household.facts.filter(fact => fact.value !== '王守田' || fact.source !== 'roster'),
  }
}

const named = (name: string, group: string, note: string) => ({
  ...withoutRoster(
    change('household.learn', {
      facts: [
        { key: 'contact-name', value: name, source: 'household', learnedOn: today, until: null },
        ...(group === ''
          ? []
          : [
              {
                key: 'group' as const,
                value: group,
                source: 'roster' as const,
                learnedOn: today,
                until: null,
              },
            ]),
        { key: 'house-note', value: note, source: 'household', learnedOn: today, until: null },
      ],
    }),
  ),
  id: asId<HouseholdId>(`household-${note}`),
  members: [],
})

const households = [
  named('王守田', '10组', 'pond'),
  named('邓昌华', '3组', 'fork'),
  named('安国喜', '3组', 'ferry'),
  named('龚家婆婆', '', 'slope'),
]

const initialsOf = (name: string) => (name === '王守田' ? ['wst'] : [])
const found = (query: string) =>
  findFamilies(households, query, { today, initialsOf }).map(household => nameOf(household, today))

describe('the families of a village', () => {
  test('groups stand by their number, families by name, those without a group last', () => {
    const roll = rollOf(households, today)
    expect(roll.map(({ group }) => group)).toEqual(['3组', '10组', ''])
    expect(roll[0]?.households.map(household => nameOf(household, today))).toEqual(['安国喜', '邓昌华'])
  })

  test('they are found by name, by the note about the house, by group and by initials', () => {
    expect(found('守田')).toEqual(['王守田'])
    expect(found('ferry')).toEqual(['安国喜'])
    expect(found('3组 fork')).toEqual(['邓昌华'])
    expect(found('ws')).toEqual(['王守田'])
    expect(found('nobody')).toEqual([])
  })

  test('a telephone number finds nobody', () => {
    const withTelephone = family(
      change('household.learn', {
        facts: [
          { key: 'telephone', value: '13800002417', source: 'household', learnedOn: today, until: null },
        ],
      }),
    )
    expect(findFamilies([withTelephone], '1380', { today, initialsOf })).toEqual([])
  })

  test('a family bears one mark at most: the one that asks most', () => {
    const inHand = [
      raise(road),
      agree(road),
      change('need.take-in-hand', { need: road, on: today, way: 'guided', next: null }),
    ]
    const declined = change('household.decline', { notBefore: asDay('2026-06-01') })
    expect(markOf(family(), today)).toBeNull()
    expect(markOf(family(raise(road)), today)).toEqual({ is: 'heard', count: 1 })
    expect(markOf(family(...inHand), today)).toEqual({ is: 'in-hand', count: 1 })
    expect(markOf(family(...inHand), addDays(today, 1))).toEqual({ is: 'lying', count: 1 })
    expect(markOf(family(...inHand, declined), today)).toEqual({ is: 'not-before', day: '2026-06-01' })
  })
})
