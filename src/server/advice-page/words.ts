import { words as en } from './words.en.ts'
import { words as zh } from './words.zh-CN.ts'

/** What the page of a link says, in one language. */
export type AdviceWords = typeof zh

export const adviceWordsFor = (lang: string): AdviceWords => (lang === 'en' ? en : zh)
