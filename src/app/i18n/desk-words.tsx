import { bindWords } from './bind-words.tsx'

const desk = bindWords({
  'zh-CN': async () => (await import('./words/zh-CN/desk.ts')).desk,
  en: async () => (await import('./words/en/desk.ts')).desk,
})

/** Holds the desk's words around its screens. */
export const DeskWords = desk.Words

/** The words of one area of the desk: `const words = useDeskWords('roster')`. The phone's areas stay with `useWords`. */
export const useDeskWords = desk.useWords
