import { expect, test } from 'vitest'
import { isOlder, readVersion } from './version.ts'

test('a version is older by its numbers, not by its letters; one without numbers is not', () => {
  expect(isOlder('0.9.1', '0.10.0')).toBe(true)
  expect(isOlder('0.10.0', '0.9.1')).toBe(false)
  expect(isOlder('1.2.3+abc', '1.2.3')).toBe(false)
  expect(isOlder('', '1.2.3')).toBe(false)
  expect(isOlder('dev', '1.2.3')).toBe(false)
})

test('the server knows the version it serves', () => {
  expect(readVersion()).toMatch(/^\d+\.\d+\.\d+/)
})
