import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { dayOfNumber, readBirth } from './birth.ts'

const today = asDay('2026-04-01')
const yearIn = (written: string): number | string => {
  const birth = readBirth(written, today)
  return birth.kind === 'year' ? birth.year : birth.kind
}

test('[R8] every way of writing a birth is read', () => {
  const written =
    '1965 1965年 1965.3 1965年3月 1965年3月12日 1965/3/12 1965-03-12 196503 19650312 65-03-12 Mar-65 23813 １９６５．３ 1965／3／12'
  for (const birth of written.split(' ')) expect([birth, yearIn(birth)]).toEqual([birth, 1965])
})

test('[R8] two digits are 20xx up to the present year, else 19xx', () => {
  expect(yearIn('26-03-12')).toBe(2026)
  expect(yearIn('27-03-12')).toBe(1927)
  expect(yearIn('Jan-05')).toBe(2005)
})

test('[R8] -, /, 无, 不详, 未知 say nothing and are no problem', () => {
  for (const nothing of ['', '-', '/', '无', '不详', '未知', '－', '／'])
    expect(yearIn(nothing)).toBe('nothing')
})

test('[R8] the day must exist, not before 1900 and not in the future', () => {
  const bad =
    '1962年2月30日 1978.13.5 1990.15 属龙 闰四月 不清楚 -1960 1e9 1899 1899-12-31 2026-04-02 2027 202605 99999 1965.0'
  for (const birth of bad.split(' ')) expect([birth, yearIn(birth)]).toEqual([birth, 'unreadable'])
  expect(yearIn('2026-04-01')).toBe(2026)
})

test("[R8] a spreadsheet's day number counts from 1900 with the 29 February that never was", () => {
  expect(dayOfNumber(1)).toBe('1900-01-01')
  expect(dayOfNumber(59)).toBe('1900-02-28')
  expect(dayOfNumber(60)).toBeNull()
  expect(dayOfNumber(61)).toBe('1900-03-01')
  expect(dayOfNumber(23813)).toBe('1965-03-12')
})

test('[R8] any day from 1900 to today is read from all its forms', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-04-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, date => {
      const day = date.toISOString().slice(0, 10)
      const [year = '', month, dayOfMonth] = day.split('-')
      const forms = [
        day,
        day.replaceAll('-', '/'),
        day.replaceAll('-', ''),
        `${year}年${Number(month)}月${Number(dayOfMonth)}日`,
        `${year}.${month}`,
      ]
      for (const form of forms) expect(yearIn(form)).toBe(Number(year))
    }),
  )
})
