import { addDays, asDay, parseDay, type Day } from '#domain/base/days.ts'
import { halfWidthForms } from './cell-text.ts'
import type { CellValue } from './sheet.ts'
import { nothingWords } from './words.ts'

/** What a birth cell says: a year, nothing, or something that cannot be read [R8]. */
export type Birth =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'nothing' | 'unreadable' }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const earliestYear = 1900

/** Reads the text of a birth cell, a number written as its digits. The day must exist, not before 1900, not in the future. */
export function readBirth(written: string, today: Day): Birth {
  const text = halfWidthForms(written)
    .replace(/\s*([年月日./-])\s*/g, '$1')
    .trim()
  if (text === '' || nothingWords.includes(text)) return { kind: 'nothing' }
  const first = firstDayOf(text, today)
  return first !== null && first >= `${earliestYear}-01-01` && first <= today
    ? { kind: 'year', year: Number(first.slice(0, 4)) }
    : { kind: 'unreadable' }
}

/** Reads a birth cell of any kind; a date cell holds its day already. */
export const readBirthCell = (value: CellValue, text: string, today: Day): Birth =>
  readBirth(value.kind === 'date' ? value.day : text, today)

/** The first day of what is written: a year, a month or a day; null when it is none of the forms of R8. */
function firstDayOf(text: string, today: Day): Day | null {
  const parts =
    /^(\d{4})年?$/.exec(text) ??
    /^(\d{4})(?:[./-](\d{1,2})|年(\d{1,2})月?)$/.exec(text) ??
    /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  if (parts !== null) {
    const [year = '', month, day] = parts.slice(1).filter(part => part !== undefined)
    return dayNamed(year, month, day)
  }
  const short = /^(\d{2})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text)
  if (short !== null) return dayNamed(fullYear(short[1] ?? '', today), short[2], short[3])
  const english = /^([a-z]{3})-(\d{2})$/i.exec(text)
  const month = months.indexOf(english?.[1]?.toLowerCase() ?? '') + 1
  if (english !== null && month > 0)
    return dayNamed(fullYear(english[2] ?? '', today), String(month), undefined)
  return /^\d{5}$/.test(text) ? dayOfNumber(Number(text)) : null
}

const dayNamed = (year: string, month = '1', day = '1'): Day | null =>
  parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

/** Two digits: 20xx up to the present year, else 19xx. */
const fullYear = (twoDigits: string, today: Day): string =>
  Number(twoDigits) <= Number(today.slice(2, 4)) ? `20${twoDigits}` : `19${twoDigits}`

/** A spreadsheet's day number, 1 = 1900-01-01 with the 29 February 1900 that never was; 23813 = 1965-03-12. */
export function dayOfNumber(number: number): Day | null {
  const days = Math.floor(number)
  if (days < 1 || days > 2_958_465 || days === 60) return null
  return addDays(days < 60 ? asDay('1899-12-31') : asDay('1899-12-30'), days)
}
