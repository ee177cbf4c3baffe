import { words as en } from './words.en.ts'
import { words as zh } from './words.zh-CN.ts'

/** What the household's page says, in one language. */
export type CardWords = typeof zh

/** The language a page is asked for in: by its link, else by what the browser prefers, else Chinese. */
export function wordsFor(asked: string | undefined, accepts: string | undefined): CardWords {
  const first = [asked, ...(accepts ?? '').split(',')].find(tag => /^\s*(zh|en)\b/i.test(tag ?? ''))
  return /^\s*en/i.test(first ?? '') ? en : zh
}
