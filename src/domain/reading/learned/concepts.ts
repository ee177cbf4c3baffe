import { stateWords } from './concept-states.ts'
import { tellingWords } from './concept-telling.ts'
import { thingWords } from './concept-things.ts'

/** Longest word looked up. */
const longestWord = 5

const conceptsByWord = byWord({ ...thingWords, ...stateWords, ...tellingWords })

/** The concepts named in a text, each once, in the order they are first named. The longest word at a place counts. */
export function conceptsIn(text: string): readonly string[] {
  const found = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    for (let length = Math.min(longestWord, text.length - at); length > 0; length -= 1) {
      const concepts = conceptsByWord.get(text.slice(at, at + length))
      if (!concepts) continue
      for (const concept of concepts) found.add(concept)
      at += length - 1
      break
    }
  }
  return [...found]
}

/** The concepts of things, so that they may be paired with what is wrong with them. */
export const isThing = (concept: string): boolean => Object.hasOwn(thingWords, concept)

function byWord(words: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [concept, list] of Object.entries(words)) {
    for (const word of list.split(/\s+/u).filter(Boolean))
      found.set(word, [...(found.get(word) ?? []), concept])
  }
  return found
}
