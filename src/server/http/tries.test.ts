import { expect, test } from 'vitest'
import { countTries } from './tries.ts'

test('so many tries a key in so long, and then again', () => {
  let now = 0
  const tries = countTries({ most: 2, milliseconds: 1_000 }, () => now)
  expect([tries.take('a'), tries.take('a'), tries.take('a')]).toEqual([true, true, false])
  expect(tries.take('b')).toBe(true)
  now = 1_000
  expect(tries.take('a')).toBe(true)
})

test('a try given back does not count', () => {
  const tries = countTries({ most: 1, milliseconds: 1_000 }, () => 0)
  for (let round = 0; round < 5; round++) {
    expect(tries.take('a')).toBe(true)
    tries.giveBack('a')
  }
  tries.giveBack('never seen')
  expect([tries.take('a'), tries.take('a')]).toEqual([true, false])
})

test('many keys do not fill the memory once their time is over', () => {
  let now = 0
  const tries = countTries({ most: 1, milliseconds: 10 }, () => now)
  for (let key = 0; key < 25_000; key++) {
    now = key
    expect(tries.take(String(key))).toBe(true)
  }
})
