import { isWorkday } from 'chinese-days'
import { expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { addWorkingDays, isWorkingDay, workingDay, workingDaysBetween } from './working-days.ts'

test('every day of 2023 to 2026 agrees with chinese-days, make-up days included', () => {
  const wrong: string[] = []
  for (let day = asDay('2023-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
    if (isWorkingDay(day) !== isWorkday(day)) wrong.push(day)
  }
  expect(wrong).toEqual([])
})

test('a worked Saturday counts, a holiday Thursday does not', () => {
  expect(isWorkingDay(asDay('2026-02-14'))).toBe(true)
  expect(isWorkingDay(asDay('2026-10-01'))).toBe(false)
})

test('a year without a notice falls back to weekends and says so', () => {
  expect(workingDay(asDay('2027-10-01'))).toEqual({ working: true, known: false })
  expect(workingDay(asDay('2027-10-02'))).toEqual({ working: false, known: false })
})

test('working days step over holidays, forwards and back', () => {
  expect(addWorkingDays(asDay('2026-09-30'), 1)).toBe('2026-10-08')
  expect(addWorkingDays(asDay('2026-10-08'), -1)).toBe('2026-09-30')
  expect(addWorkingDays(asDay('2026-04-17'), 5)).toBe('2026-04-24')
  expect(addWorkingDays(asDay('2026-04-18'), 0)).toBe('2026-04-18')
  expect(workingDaysBetween(asDay('2026-09-30'), asDay('2026-10-09'))).toBe(2)
  expect(workingDaysBetween(asDay('2026-10-09'), asDay('2026-09-30'))).toBe(-2)
})
