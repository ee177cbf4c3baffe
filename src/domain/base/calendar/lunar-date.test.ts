import { expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { lunarDateOf, lunarWords } from './lunar-date.ts'

const peer = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })

function peerDate(day: string) {
  const parts = new Map(peer.formatToParts(new Date(`${day}T00:00:00Z`)).map(part => [part.type, part.value]))
  const month = parts.get('month') ?? ''
  return { month: Number.parseInt(month, 10), day: Number(parts.get('day')), leap: month.endsWith('bis') }
}

test('[H7] the farm calendar agrees with ICU on every day from 2020 to 2040', () => {
  const wrong: string[] = []
  for (let day = asDay('2020-01-01'); day <= '2040-12-31'; day = addDays(day, 1)) {
    if (JSON.stringify(lunarDateOf(day)) !== JSON.stringify(peerDate(day))) wrong.push(day)
  }
  expect(wrong).toEqual([])
})

test('a lunar date is written as it is said', () => {
  const said = (day: string) => {
    const lunar = lunarDateOf(asDay(day))
    return lunar && lunarWords(lunar)
  }
  expect(said('2026-04-16')).toBe('二月廿九')
  expect(said('2026-02-16')).toBe('腊月廿九')
  expect(said('2025-07-25')).toBe('闰六月初一')
  expect(said('2025-01-28')).toBe('腊月廿九')
  expect(said('2026-02-17')).toBe('正月初一')
  expect(said('2026-04-07')).toBe('二月二十')
  expect(said('2026-03-18')).toBe('正月三十')
})

test('outside 2020 to 2040 there is no lunar date', () => {
  expect(lunarDateOf(asDay('2019-12-31'))).toBeNull()
  expect(lunarDateOf(asDay('2041-01-01'))).toBeNull()
})
