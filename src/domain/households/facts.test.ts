import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/base/days.ts'
import { change, today } from '#test/builders/changes.ts'
import { registered } from '#test/builders/household.ts'
import { liuYulan, zhouMin } from '#test/builders/people.ts'
import { differencesOf } from './differences.ts'
import { categoriesOf, currentFact, factsFor } from './facts.ts'
import type { FactKey, Source } from './household.ts'

const learn = (key: FactKey, value: string, source: Source, daysAgo = 0, until: typeof today | null = null) =>
  change('household.learn', { facts: [{ key, value, source, learnedOn: addDays(today, -daysAgo), until }] })

describe('facts carry their source', () => {
  test('[H3] the household goes before the visitor, the visitor before the cadre, the cadre before the roster; then the newest', () => {
    const known = registered()
      .after(learn('telephone', '13800000004', 'roster', 1))
      .after(learn('telephone', '13800000003', 'village-cadre', 2), liuYulan)
      .after(learn('telephone', '13800000002', 'visitor', 3))
      .after(learn('telephone', '13800000001', 'household', 5))
      .after(learn('telephone', '13800000000', 'household', 4)).known
    expect(factsFor(known, 'telephone', today).map(fact => fact.value)).toEqual([
      '13800000000',
      '13800000001',
      '13800000002',
      '13800000003',
      '13800000004',
    ])
    expect(currentFact(known, 'telephone', today)).toBe('13800000000')
  })

  test('[H3] [S10] nothing overwrites anything: both words stay, with who said them and when', () => {
    const known = registered().after(learn('house-note', '水井边', 'visitor')).known
    expect(factsFor(known, 'house-note', today)).toMatchObject([
      { value: '水井边', by: { name: zhouMin.name } },
      { value: '塘边第三家', source: 'roster' },
    ])
    expect(differencesOf(known, today)).toHaveLength(1)
  })

  test('[H3] the same thing from two sources is no disagreement', () => {
    expect(
      differencesOf(registered().after(learn('house-note', '塘边第三家', 'household')).known, today),
    ).toEqual([])
  })

  test('a category opens a service only as long as it is valid', () => {
    const known = registered().after(learn('category', '低保户', 'roster', 30, addDays(today, 10))).known
    expect(categoriesOf(known, today)).toEqual(['低保户'])
    expect(categoriesOf(known, addDays(today, 11))).toEqual([])
  })
})
