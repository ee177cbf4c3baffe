import { desk as deskEn } from '#app/i18n/words/en/desk.ts'
import { inner as innerEn } from '#app/i18n/words/en/inner.ts'
import { phone as phoneEn } from '#app/i18n/words/en/phone.ts'
import { desk as deskZh } from '#app/i18n/words/zh-CN/desk.ts'
import { inner as innerZh } from '#app/i18n/words/zh-CN/inner.ts'
import { phone as phoneZh } from '#app/i18n/words/zh-CN/phone.ts'
import type { Language } from './stage.ts'

/** What the phone's screens say in a language: journeys find things by the words a person reads. */
export const wordsOf = (language: Language): typeof phoneZh & typeof innerZh =>
  language === 'en' ? { ...phoneEn, ...innerEn } : { ...phoneZh, ...innerZh }

/** What the desk's screens say. */
export const deskWordsOf = (language: Language): typeof deskZh => (language === 'en' ? deskEn : deskZh)
