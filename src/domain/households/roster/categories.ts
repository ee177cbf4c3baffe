import { comparableWord, halfWidthForms } from './cell-text.ts'
import { categoryWords, tickMarks, type Category } from './words.ts'

const categoryBy: ReadonlyMap<string, Category> = new Map(
  Object.entries(categoryWords).flatMap(([category, words]) =>
    // The keys of the table are the categories.
    words.map((word): readonly [string, Category] => [word, category as Category]),
  ),
)

/** The categories a cell names, in order. The list is closed: 一般户 and the like are nothing, 信访户 above all. */
export const readCategories = (text: string): readonly Category[] =>
  halfWidthForms(text)
    .split(/[、,;/\s]+/)
    .flatMap(word => categoryBy.get(comparableWord(word)) ?? [])

/** True when a cell of a tick column says yes. */
export const isTicked = (text: string): boolean => tickMarks.includes(comparableWord(text).toUpperCase())
