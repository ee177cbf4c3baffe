import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { asId, type PromiseId } from '#domain/base/ids.ts'
import { agree, change, promise, raise, road, today } from '#test/builders/changes.ts'
import { family } from '#test/builders/family.ts'
import { tianJianguo, zhouMin } from '#test/builders/people.ts'
import { promisesOf } from './standing.ts'

const given = promise(asId<PromiseId>('promise-01'))

test('[H20] my open promises stand by their day, those without one last', () => {
  const undated = change('promise.give', {
    ...given.body,
    promise: asId<PromiseId>('promise-02'),
    dueOn: null,
  })
  const mine = promisesOf([family(undated, given)], zhouMin.id, today)
  expect(mine.map(({ promised }) => promised.dueOn)).toEqual(['2026-04-22', null])
  expect(promisesOf([family(given)], tianJianguo.id, today)).toEqual([])
})

test('[H13] a promise past its day says so; a kept one is no longer there', () => {
  expect(promisesOf([family(given)], zhouMin.id, asDay('2026-04-23'))[0]?.past).toBe(true)
  const kept = change('promise.keep', { promise: given.body.promise, on: today, how: '' })
  expect(promisesOf([family(given, kept)], zhouMin.id, today)).toEqual([])
})

test('a promise whose result is there names the need: telling it is what keeps it', () => {
  const forRoad = change('promise.give', { ...given.body, need: road })
  const household = family(
    raise(road),
    agree(road),
    forRoad,
    change('need.take-in-hand', { need: road, on: today, way: 'guided', next: null }),
    change('need.find', { need: road, on: today, words: '先铺砂石', kind: 'done' }),
  )
  expect(promisesOf([household], zhouMin.id, today)[0]?.toTell?.id).toBe(road)
})
