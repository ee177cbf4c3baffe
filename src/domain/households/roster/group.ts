import { comparableWord, joinChinese } from './cell-text.ts'

const digits = '零一二三四五六七八九'
const otherWritings: Readonly<Record<string, string>> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  廿: '二十',
  卅: '三十',
}

/**
 * The name of a village group [R6]: a number in any writing, with or without 第, 组, 小组, 村民小组, becomes `3组`;
 * other names stay (上湾组). Null for an empty cell.
 */
export function groupName(written: string): string | null {
  if (written.trim() === '') return null
  const number = /^第?(.+?)(?:村民小组|小组|组)?$/.exec(comparableWord(written))?.[1] ?? ''
  const count = numberOf(number)
  return count === null ? joinChinese(written) : `${count}组`
}

/** 3, 03, 三, 叁, ③, 十二, 二十一 … up to 99; null for what is no number. */
function numberOf(written: string): number | null {
  const plain = written.normalize('NFKC')
  if (/^\d{1,3}$/.test(plain)) return Number(plain)
  const chinese = [...plain].map(character => otherWritings[character] ?? character).join('')
  const parts = /^([一二三四五六七八九])?(十)?([零一二三四五六七八九])?$/.exec(chinese)
  if (parts === null || chinese === '') return null
  const [, tens = '', ten = '', ones = ''] = parts
  if (ten === '') return tens !== '' && ones !== '' ? null : valueOf(tens + ones)
  return (tens === '' ? 1 : valueOf(tens)) * 10 + (ones === '' ? 0 : valueOf(ones))
}

const valueOf = (digit: string): number => Math.max(0, digits.indexOf(digit))
