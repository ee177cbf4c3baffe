import { parseDay, type Day } from '#domain/base/days.ts'

/**
 * What an identity number says (公民身份号码). It is checked here and used at once; nothing of this is kept [domain 2].
 * `whole`: 18 digits by GB 11643-1999 that pass the check. `old`: 15 digits, without a check digit.
 * `lost-digits`: a spreadsheet has rounded it away. `wrong`: wrong length, form, date or check digit.
 */
export type IdentityNumber =
  | { readonly kind: 'whole'; readonly number: string; readonly birthYear: number }
  | { readonly kind: 'old'; readonly birthYear: number }
  | { readonly kind: 'none' | 'lost-digits' | 'wrong' }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** Reads an identity number as written: spaces go, x is X, full-width digits are half-width already [R7]. */
export function readIdentityNumber(written: string, today: Day): IdentityNumber {
  const number = written.replace(/\s+/g, '').toUpperCase()
  if (number === '') return { kind: 'none' }
  if (hasLostDigits(number)) return { kind: 'lost-digits' }
  if (/^\d{15}$/.test(number)) return { kind: 'old', birthYear: 1900 + Number(number.slice(6, 8)) }
  return isWhole(number, today)
    ? { kind: 'whole', number, birthYear: Number(number.slice(6, 10)) }
    : { kind: 'wrong' }
}

/** Scientific notation, or 18 digits ending in 000: a spreadsheet keeps fifteen digits of a number and no more. */
const hasLostDigits = (number: string): boolean =>
  /^\d+(?:\.\d+)?E\+?\d+$/.test(number) || /^\d{15}000$/.test(number)

/** True for 18 digits whose date of birth exists and is not in the future, and whose check digit is right. */
function isWhole(number: string, today: Day): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false
  const born = parseDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  return born !== null && born >= '1900-01-01' && born <= today && checkDigitOf(number) === number.at(-1)
}

/** The check digit for the first 17 digits: ISO 7064 MOD 11-2 (GB 11643). */
export function checkDigitOf(number: string): string {
  const sum = weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0)
  return checkDigits[sum % 11] ?? ''
}
