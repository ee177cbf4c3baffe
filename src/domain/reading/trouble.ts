import type { NeedCategoryWord } from './finding.ts'

/**
 * A kind of trouble: a thing and what is wrong with it. Where `thing` is null the words of the trouble say enough.
 * The order decides between categories that fit the same words: the more particular first.
 */
export type Trouble = {
  readonly category: NeedCategoryWord
  readonly thing: RegExp | null
  readonly wrong: RegExp
}

/** A kind of trouble out of the words for its thing and for what is wrong. */
export const trouble = (category: NeedCategoryWord, thing: string | null, wrong: string): Trouble => ({
  category,
  thing: thing === null ? null : new RegExp(thing, 'u'),
  wrong: new RegExp(wrong, 'u'),
})
