import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTelephones } from './telephones.ts'

test('[R9] spaces and dashes within a number, +86 and remarks in brackets go', () => {
  expect(readTelephones('154 7826 0479')).toEqual(['15478260479'])
  expect(readTelephones('154-1343-7686')).toEqual(['15413437686'])
  expect(readTelephones('+86 17996204933')).toEqual(['17996204933'])
  expect(readTelephones('86-16014292938')).toEqual(['16014292938'])
  expect(readTelephones('15477025115（儿子）')).toEqual(['15477025115'])
  expect(readTelephones('(0719)1234567')).toEqual(['07191234567'])
})

test('[R9] a land line has its area code', () => {
  expect(readTelephones('0719-1234567')).toEqual(['07191234567'])
  expect(readTelephones('010-12345678')).toEqual(['01012345678'])
  expect(readTelephones('1234567')).toEqual([])
})

test('[R9] several are parted by / 、 , ， ; ；, a line break, or a space between two whole numbers', () => {
  for (const between of ['/', '、', ',', '，', ';', '；', '\n', ' ', ' / ', '／'])
    expect(readTelephones(`15442584682${between}0719-1531461`)).toEqual(['15442584682', '07191531461'])
  expect(readTelephones('154 4258 4682 160 4292 5199')).toEqual(['15442584682', '16042925199'])
})

test('[R9] anything else is no telephone and no problem', () => {
  for (const written of ['', '无', '空号', '-', '12345', '2154425846820', '15442584682x', '23442584682'])
    expect(readTelephones(written)).toEqual([])
})

test('[R9] any mobile number is read however it is spaced', () => {
  const digits = fc.stringMatching(/^1[3-9]\d{9}$/)
  const gaps = fc.array(fc.constantFrom('', ' ', '-'), { minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(digits, gaps, (number, between) => {
      const spaced = [...number].map((digit, index) => digit + (between[index] ?? '')).join('')
      expect(readTelephones(spaced)).toEqual([number])
    }),
  )
})
