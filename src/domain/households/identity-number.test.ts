import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { identityNumber } from '#test/rosters/sheets.ts'
import { readIdentityNumber } from './identity-number.ts'

const today = asDay('2026-04-01')

test('[R7] 18 digits by GB 11643 pass, x is X, spaces go', () => {
  const whole = { kind: 'whole', number: '11010519491231002X', birthYear: 1949 }
  expect(readIdentityNumber('11010519491231002X', today)).toEqual(whole)
  expect(readIdentityNumber('110105 19491231 002x', today)).toEqual(whole)
})

test('[R7] 15 digits are an old number without check digit: no problem, birth year 19 and digits 7–8', () => {
  expect(readIdentityNumber('420325540316945', today)).toEqual({ kind: 'old', birthYear: 1954 })
})

test('[R7] wrong length, form, date or check digit tells nothing', () => {
  const wrong = [
    '42032519711199609',
    '110105194912310021',
    '1101051949123100XX',
    '110105194902300028',
    '无号',
  ]
  for (const number of wrong) expect(readIdentityNumber(number, today).kind).toBe('wrong')
  expect(readIdentityNumber(identityNumber('2026-04-02', 915), today).kind).toBe('wrong')
  expect(readIdentityNumber(identityNumber('1899-12-31', 915), today).kind).toBe('wrong')
})

test('[R7] scientific notation and 18 digits ending in 000 have lost digits, which goes before the check digit', () => {
  for (const number of ['4.20325E+17', '4.20325e+17', '420325194808089000', '420325198203079000'])
    expect(readIdentityNumber(number, today)).toEqual({ kind: 'lost-digits' })
})

test('[R7] every number made by the rule passes, and with one digit changed none does', () => {
  const made = fc.tuple(
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-03-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 999 }),
    fc.integer({ min: 0, max: 16 }),
    fc.integer({ min: 1, max: 9 }),
  )
  fc.assert(
    fc.property(made, ([born, serial, place, more]) => {
      const number = identityNumber(born.toISOString().slice(0, 10), serial)
      fc.pre(!number.endsWith('000'))
      expect(readIdentityNumber(number, today).kind).toBe('whole')
      const changed = [...number]
        .map((digit, index) => (index === place ? String((Number(digit) + more) % 10) : digit))
        .join('')
      fc.pre(!changed.endsWith('000'))
      expect(readIdentityNumber(changed, today).kind).toBe('wrong')
    }),
  )
})
