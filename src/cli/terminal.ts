/** In which languages the terminal is spoken to, in this order. */
export type Language = 'zh' | 'en'

/** A sentence in both languages. */
export type Said = { readonly zh: string; readonly en: string }

/**
 * Chinese where the terminal is Chinese, English where it is English; where it says neither, both, Chinese first.
 */
export function languagesOf(environment: Readonly<Record<string, string | undefined>>): readonly Language[] {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  if (/^zh/i.test(locale)) return ['zh']
  return /^en/i.test(locale) ? ['en'] : ['zh', 'en']
}

/** A sentence for this terminal, in one language or one below the other. */
export const sayIn = (languages: readonly Language[], said: Said): string =>
  languages.map(language => said[language]).join('\n')
