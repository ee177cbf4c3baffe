import { phone as en } from '#app/i18n/words/en/phone.ts'
import { phone as zh } from '#app/i18n/words/zh-CN/phone.ts'
import type { Language } from './stage.ts'

/** What the phone's screens say in a language: journeys find things by the words a person reads. */
export const wordsOf = (language: Language): typeof zh => (language === 'en' ? en : zh)
