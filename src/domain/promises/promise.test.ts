import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/base/days.ts'
import { asId, type PromiseId } from '#domain/base/ids.ts'
import { change, promise, today } from '#test/builders/changes.ts'
import { registered } from '#test/builders/household.ts'
import { isPastItsDay } from './promise.ts'

const id = asId<PromiseId>('promise-01')
const given = () => registered().after(promise(id))
const keep = () => change('promise.keep', { promise: id, on: today, how: '电话里讲了' })
const extend = (days: number, reason = '水管员病了') =>
  change('promise.extend', { promise: id, to: addDays(today, days), reason, toldOn: today })

describe('promises are few and kept', () => {
  test('[H20] a promise has a giver, words and a day', () => {
    expect(given().known.promises[0]).toMatchObject({
      giver: { name: '周敏' },
      words: '下周三前给您回话',
      dueOn: '2026-04-22',
    })
    const past = promise(id)
    expect(
      registered().refusal({ ...past, body: { ...past.body, dueOn: addDays(today, -1) } } as typeof past),
    ).toBe('day-is-past')
    expect(given().refusal(promise(id))).toBe('promise-exists')
  })

  test('[H20] an extension ends later and carries the reason that was told', () => {
    expect(given().refusal(extend(2))).toBe('extension-not-later')
    expect(given().refusal(extend(9, ' '))).toBe('reason-missing')
    expect(given().after(extend(9)).known.promises[0]).toMatchObject({
      dueOn: addDays(today, 9),
      extensions: [{ from: '2026-04-22', reason: '水管员病了', toldOn: today }],
    })
  })

  test('[H13] past its day it lies there, until it is kept', () => {
    const [open] = given().known.promises
    const [kept] = given().after(keep()).known.promises
    if (open === undefined || kept === undefined) throw new Error('no promise')
    expect([isPastItsDay(open, addDays(today, 6)), isPastItsDay(open, addDays(today, 7))]).toEqual([
      false,
      true,
    ])
    expect(isPastItsDay(kept, addDays(today, 7))).toBe(false)
    expect(given().after(keep()).refusal(keep())).toBe('promise-over')
  })
})
