import { halfWidthForms } from './cell-text.ts'
import { simplified } from './simplified.ts'
import { deathWords, departureWords, markOpenings, wholeHousehold } from './words.ts'

/** A mark that a person died or is gone; whether it speaks for all rows of the household [R10]. */
export type Mark = { readonly code: 'deceased' | 'moved-out'; readonly ofAll: boolean }

const dateParts = [
  '[\\d〇零一二三四五六七八九十]{1,4}年',
  '[\\d一二三四五六七八九十]{1,3}月份?',
  '[\\d一二三四五六七八九十]{1,3}[日号]',
]
const numericDate = '\\d{4}[./-]\\d{1,2}(?:[./-]\\d{1,2})?'
const opening = `((?:${[...markOpenings, ...dateParts, numericDate].join('|')})*)`
const dead = new RegExp(`^${opening}(?:${deathWords.map(word => `已?${word}`).join('|')})`)
const gone = new RegExp(`^${opening}(?:${departureWords.join('|')})`)

/**
 * The mark in a remark, null when there is none. A mark begins a clause, after at most 本人, 户口, 整户, 全家, 于, 因病
 * and a year, month, day: 2022年5月迁出至郧阳区 is one, 丈夫2019年病故 and 户口未迁出 are none.
 */
export function markIn(remark: string): Mark | null {
  for (const clause of simplified(halfWidthForms(remark)).split(/[,;。、\s]+/)) {
    const died = dead.exec(clause)
    if (died !== null) return { code: 'deceased', ofAll: speaksForAll(died[1]) }
    const left = gone.exec(clause)
    if (left !== null) return { code: 'moved-out', ofAll: speaksForAll(left[1]) }
  }
  return null
}

const speaksForAll = (opening = ''): boolean => wholeHousehold.some(word => opening.includes(word))

/** The mark in brackets after a name: 赵莲（已故）. */
export const markAfterName = (name: string): Mark | null =>
  markIn(/[（(]([^（()）]*)[)）]\s*$/.exec(name)?.[1] ?? '')

/** A name without a mark in brackets after it, for telling whether it is the same person. */
export const withoutMark = (name: string): string =>
  markAfterName(name) === null ? name : name.replace(/[（(][^（()）]*[)）]\s*$/, '').trim()
