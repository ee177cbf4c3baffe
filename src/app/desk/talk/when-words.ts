import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { useWords } from '#app/i18n/words.tsx'
import type { Saying } from '#domain/visits/conversation/talk-line.ts'

/** When a line is said, in words: 清明、谷雨；有孙辈. */
export function useWhenWords(): (saying: Pick<Saying, 'terms' | 'fits'>) => string {
  const words = useDeskWords('talk')
  const base = useWords('base')
  return ({ terms, fits }) =>
    [base.list(terms.map(term => words.terms[term])), base.list(fits.map(fit => words.fits[fit]))]
      .filter(one => one !== '')
      .join(words.and) || words.always
}
