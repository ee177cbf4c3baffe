/** One of a thing, or several: several(1, 'need') is 1 need, several(3, 'need') is 3 needs. */
export const several = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`

const NUMERALS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Small numbers in letters, as in a sentence: three families. */
export const numeral = (count: number): string => NUMERALS[count] ?? String(count)

/** The first letter of a sentence. */
export const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1)

/** Today, Yesterday and Tomorrow inside a sentence. */
export const inSentence = (day: string): string =>
  /^(Today|Yesterday|Tomorrow)/.test(day) ? day.charAt(0).toLowerCase() + day.slice(1) : day
