/* How numbers stand in Chinese sentences: Latin digits with a thin space (U+2009), 3 条. */

const THIN = '\u2009'
const HAN = /[\u3400-\u9fff]/

/** A sentence with counts in it: counted`${3}条等着发出` is 3 条等着发出. Strings go in as they are (4月22日 has no spaces). */
export const counted = (sentence: TemplateStringsArray, ...parts: readonly (number | string)[]): string =>
  sentence.reduce((said, piece, place) => {
    const part = parts[place - 1]
    if (part === undefined) return piece
    if (typeof part === 'string') return said + part + piece
    const before = HAN.test(said.slice(-1)) ? THIN : ''
    const after = HAN.test(piece.slice(0, 1)) ? THIN : ''
    return said + before + String(part) + after + piece
  }, '')

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Small numbers as they are said: 三, 十二, 二十; from 100 on in digits. */
export function numeral(count: number): string {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (count <= 10) return NUMERALS[count] ?? String(count)
  if (count >= 100) return String(count)
  return (tens === 1 ? '' : (NUMERALS[tens] ?? '')) + '十' + (ones === 0 ? '' : (NUMERALS[ones] ?? ''))
}

/** The same before a measure word: 两家, 两件. */
export const some = (count: number): string => (count === 2 ? '两' : numeral(count))
