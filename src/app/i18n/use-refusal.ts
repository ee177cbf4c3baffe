import { isRefusal } from '#domain/base/refusals.ts'
import { useWords } from './words.tsx'

/** The sentence for a refusal's word; a word this version does not know still says that nothing was lost [S5]. */
export function useRefusalSentence(): (word: string) => string {
  const words = useWords('refusals')
  return word => (isRefusal(word) ? words.sentences[word] : words.unnamed)
}
