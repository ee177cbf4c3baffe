import { expect, test } from 'vitest'
import { isDatabaseAway, isDiskFull } from './faults.ts'

const fault = (code: string, message = 'said') => Object.assign(new Error(message), { code })

test('a lost database is known however it was dressed on its way', () => {
  for (const code of ['ECONNREFUSED', '57P01', '57P03', '08006', '53300'])
    expect(isDatabaseAway(fault(code))).toBe(true)
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true)
  expect(isDatabaseAway(new Error('wrapped', { cause: fault('ECONNRESET') }))).toBe(true)
  expect(isDatabaseAway(new AggregateError([fault('ECONNREFUSED')], ''))).toBe(true)
})

test('a fault of ours is no lost database', () => {
  for (const other of [new TypeError('x is undefined'), fault('23505'), fault('53100'), 'a text', null])
    expect(isDatabaseAway(other)).toBe(false)
})

test('a full disk is told apart', () => {
  expect(isDiskFull(new Error('wrapped', { cause: fault('53100') }))).toBe(true)
  expect(isDiskFull(fault('ECONNREFUSED'))).toBe(false)
})
