import { comparableWord, joinChinese } from './cell-text.ts'
import { simplified } from './simplified.ts'
import { relationWords } from './words.ts'

/** The relation of the household's head. */
export const headRelation = '户主'

const longestFirst = relationWords.toSorted((one, other) => other.length - one.length)

/** A relation as it is kept: as written, simplified; 本人 is 户主 [R13]. Empty where the roster says none. */
export function relationName(written: string): string {
  const relation = joinChinese(simplified(written.trim()))
  return comparableWord(relation) === '本人' ? headRelation : relation
}

/** The longest relation word that a text begins with, and what follows it; null when it begins with none [R11]. */
export function relationAtStart(text: string): { readonly relation: string; readonly rest: string } | null {
  const plain = simplified(text)
  const word = longestFirst.find(word => plain.startsWith(word))
  // A character is replaced by one character, so the rest of the written text begins at the same place.
  return word === undefined
    ? null
    : { relation: relationName(word), rest: [...text].slice([...word].length).join('') }
}
