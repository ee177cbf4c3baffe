import { comparableHeading } from './cell-text.ts'
import { categoryWords, headings, type Category } from './words.ts'

/** What a column means to the importer. A tick column says of each row whether it is of one category. */
export type Meaning = keyof typeof headings | `tick:${Category}`

const meaningBy: ReadonlyMap<string, Meaning> = new Map([
  ...tickHeadings(),
  // A heading's own meaning goes before the category of the same word.
  ...Object.entries(headings).flatMap(([meaning, words]) =>
    words.map((word): readonly [string, Meaning] => [word, meaning as Meaning]),
  ),
])

function tickHeadings(): readonly (readonly [string, Meaning])[] {
  return Object.entries(categoryWords).flatMap(([category, words]) =>
    words.flatMap((word): readonly (readonly [string, Meaning])[] => [
      [word, `tick:${category as Category}`],
      [`是否${word}`, `tick:${category as Category}`],
    ]),
  )
}

/** What a heading means, null when it is not known. It is compared by R2: spaces, brackets, full-width, traditional. */
export const meaningOfHeading = (written: string): Meaning | null =>
  meaningBy.get(comparableHeading(written)) ?? null

/** True for a heading or a group of headings about who helps the household: not the household's own [R2]. */
export const isOfHelpfulCadres = (written: string): boolean => comparableHeading(written).includes('帮扶')

/** The category that a tick column stands for, null for any other meaning. */
export const categoryOfTick = (meaning: Meaning): Category | null =>
  // The type says that what follows `tick:` is a category.
  meaning.startsWith('tick:') ? (meaning.slice('tick:'.length) as Category) : null
