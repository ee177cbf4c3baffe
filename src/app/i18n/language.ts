/** The languages of the screens. Chinese is written first; English is complete. */
export type Language = 'zh-CN' | 'en'

/** Reads a language from outside: anything that is not English is Chinese. */
export const parseLanguage = (written: unknown): Language => (written === 'en' ? 'en' : 'zh-CN')
