import { bindWords } from './bind-words.tsx'

const parts = bindWords({
  'zh-CN': async () => ({ parts: (await import('./words/zh-CN/parts.ts')).parts }),
  en: async () => ({ parts: (await import('./words/en/parts.ts')).parts }),
})

/** Holds the words of the page of parts. */
export const PartsWords = parts.Words

/** The words of the page of parts. */
export const usePartsWords = () => parts.useWords('parts')
