import { bindWords } from './bind-words.tsx'

/* Each language is a chunk of its own; nobody loads the other one. */
const phone = bindWords({
  'zh-CN': async () => (await import('./words/zh-CN/phone.ts')).phone,
  en: async () => (await import('./words/en/phone.ts')).phone,
})

/** Loads the phone's words before the first screen is drawn. */
export const loadWords = phone.load

/** Holds the phone's words around its screens, and fetches the others when the language changes. */
export const Words = phone.Words

/** The words of one area in the language chosen: `const words = useWords('today')`. */
export const useWords = phone.useWords
