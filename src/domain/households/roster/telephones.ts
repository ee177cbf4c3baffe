import { halfWidthForms } from './cell-text.ts'

/** A mobile number: 11 digits from 13 to 19. */
const mobile = /^1[3-9]\d{9}$/

/** A land line with its area code: 010 and 02x with three digits, the others with four. */
const landLine = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/

/**
 * The telephone numbers in a cell, digits only, in order [R9]. Several are parted by `/ 、 , ， ; ；`, a line break, or
 * a space between two whole numbers. What is no number (无, 空号) is left out without a word.
 */
export function readTelephones(lines: string): readonly string[] {
  const plain = halfWidthForms(lines.replaceAll('\n', '/')).replace(/\([^()]*\)/g, bracket =>
    /^\([\d -]*\)$/.test(bracket) ? bracket.slice(1, -1) : ' ',
  )
  return plain.split(/[/、,;]/).flatMap(wholeNumbers)
}

/** Puts together what spaces part, until a number is whole: `154 7826 0479`, `15415916333 16047125112`. */
function wholeNumbers(part: string): readonly string[] {
  const found: string[] = []
  let begun = ''
  for (const piece of part.trim().split(/\s+/)) {
    if (piece !== '' && !/^\+?[\d-]+$/.test(piece)) return []
    begun += piece
    const number = numberOf(begun)
    if (number === null) continue
    found.push(number)
    begun = ''
  }
  return begun === '' ? found : []
}

function numberOf(written: string): string | null {
  const digits = written.replace(/[+-]/g, '')
  const national = /^(?:00)?86(?=1[3-9]\d{9}$|0)/.test(digits) ? digits.replace(/^(?:00)?86/, '') : digits
  return mobile.test(national) || landLine.test(national) ? national : null
}
