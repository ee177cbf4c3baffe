import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, comparableHeading, comparableWord, joinChinese } from './cell-text.ts'

test('[R5] a text that begins with = or @, or with + or - and goes on as no number does, is a formula and reads as empty', () => {
  for (const written of [
    '=1+1',
    '@SUM(1+1)*cmd',
    "+cmd|' /C calc'!A0",
    '-2+3',
    '\u200b=HYPERLINK("x")',
    ' =1',
  ])
    expect(cleanText(written)).toMatchObject({ text: '', wrong: expect.arrayContaining(['formula']) })
  for (const written of ['-', '+86 154-7777-0001', '-1960', '+86 (0719) 123.4567'])
    expect(cleanText(written).wrong).toEqual([])
})

test('[R5] more than 500 characters read as empty', () => {
  expect(cleanText('长'.repeat(501))).toEqual({ text: '', lines: '', wrong: ['too-long'] })
  expect(cleanText('𠮷'.repeat(500)).wrong).toEqual([])
})

test('[R5] control and direction characters are removed and told of; tab, line breaks and U+200D stay out of it', () => {
  expect(cleanText('李\u0007大海')).toEqual({
    text: '李大海',
    lines: '李大海',
    wrong: ['control-characters'],
  })
  for (const control of '\u0000\u001f\u007f\u009f\u200b\u200e\u200f\u202a\u202e\u2060\u2064\u2066\u2069\ufeff')
    expect(cleanText(`李${control}`)).toMatchObject({ text: '李', wrong: ['control-characters'] })
  expect(cleanText('👨‍👩‍👧\t昝\r\n德').wrong).toEqual([])
})

test('[R5] full-width digits, letters and spaces become half-width, ends are trimmed, spaces and line breaks become one space', () => {
  expect(cleanText('　１２Ａｘ　 号\n 楼 ')).toMatchObject({ text: '12Ax 号 楼', lines: '12Ax 号\n楼' })
})

test('[R5] spaces between two Chinese characters go from a name, others stay', () => {
  expect(joinChinese('张 三')).toBe('张三')
  expect(joinChinese('John Smith')).toBe('John Smith')
  expect(joinChinese('𠮷 田·𡈁')).toBe('𠮷田·𡈁')
})

test('[R2] headings are compared without spaces, line breaks and brackets, half-width and simplified', () => {
  expect(comparableHeading('联 系\n电　话（必填）')).toBe('联系电话')
  expect(comparableHeading('與戶主關係')).toBe('与户主关系')
  expect(comparableHeading('姓名【全】')).toBe('姓名')
  expect(comparableWord('農村 低保')).toBe('农村低保')
})

test('[R5] what is left of any text holds no control character and no line break, and stays as it is when cleaned again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), written => {
      const { text } = cleanText(written)
      // The very characters that must be gone are looked for.
      // oxlint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\ufeff]/)
      expect(cleanText(text).text).toBe(text)
    }),
  )
})
