import { expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { clockOff, tellTime } from './clock.ts'

const there = asInstant('2026-11-25T02:00:00Z')
const heard = (here: string) => ({ here: asInstant(here), there })
const told = (here: string, now: string) => tellTime(heard(here), asInstant(now)).slice(0, 16)

test('[S18] a clock that is right, or not yet compared, is believed as it is', () => {
  const now = asInstant('2026-11-25T05:00:00Z')
  expect(tellTime(undefined, now)).toBe(now)
  expect(told('2026-11-25T02:20:00Z', '2026-11-25T02:30:00Z')).toBe('2026-11-25T02:30')
  expect(clockOff(heard('2026-11-25T02:20:00Z'))).toBeNull()
})

test('[S18] a clock years off that runs on is put right by as much as it was off', () => {
  expect(clockOff(heard('2031-05-01T04:00:00Z'))).toBe('ahead')
  expect(told('2031-05-01T04:00:00Z', '2031-05-04T05:00:00Z')).toBe('2026-11-28T03:00')
  expect(clockOff(heard('2019-05-01T04:00:00Z'))).toBe('behind')
  expect(told('2019-05-01T04:00:00Z', '2019-05-04T05:00:00Z')).toBe('2026-11-28T03:00')
})

test('[S18] a clock that has been set right since is believed', () => {
  expect(told('2031-05-01T04:00:00Z', '2026-12-01T04:00:00Z')).toBe('2026-12-01T04:00')
  expect(told('2019-05-01T04:00:00Z', '2026-12-01T04:00:00Z')).toBe('2026-12-01T04:00')
})

test('[S18] no clock tells a time before the server’s last word', () => {
  expect(told('2026-11-25T02:00:00Z', '1970-01-01T00:00:00Z')).toBe('2026-11-25T02:00')
  expect(told('2031-05-01T04:00:00Z', '2019-01-01T00:00:00Z')).toBe('2026-11-25T02:00')
})
