/**
 * Writes the small table of traditional characters by which rosters are compared. The full table of OpenCC has
 * some four thousand characters; only those whose simplified form occurs in a word the importer knows can ever
 * matter, so only those are kept: pure, no library at run time, and a test holds the table to the words.
 *
 *   node scripts/extract-simplified.ts
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/t2cn'
import * as words from '#domain/households/roster/words.ts'

const target = new URL('../src/domain/households/roster/simplified-pairs.ts', import.meta.url)

/** Pairs of a traditional and its simplified character, by the traditional one. */
export function extractPairs(): readonly string[] {
  const known = new Set(
    [
      ...Object.values(words.headings).flat(),
      ...Object.entries(words.categoryWords).flat(2),
      ...[
        words.passedOver,
        words.mostPersonal,
        words.relationWords,
        words.deathWords,
        words.departureWords,
      ].flat(),
      ...[words.markOpenings, words.sumWords, words.nothingWords].flat(),
      // Words that stand in patterns: numbers of groups, dates, sums, ticks, helpers.
      '帮扶第组小村民一二三四五六七八九十百零两廿卅年月日号生本全村是否有',
    ].join(''),
  )
  const converters = (['t', 'tw', 'hk'] as const).map(from => Converter({ from, to: 'cn' }))
  const pairs: string[] = []
  for (let point = 0x3400; point <= 0x9fff; point += 1) {
    const character = String.fromCodePoint(point)
    const simplified = converters.map(convert => convert(character)).find(made => made !== character)
    if (simplified !== undefined && known.has(simplified) && !known.has(character))
      pairs.push(character + simplified)
  }
  return pairs
}

export const pairsSource = (pairs: readonly string[]): string =>
  `/** Made by scripts/extract-simplified.ts from OpenCC's data (Apache-2.0): a traditional and its simplified character. */
export const pairs =
  '${pairs.join(' ')}'
`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, pairsSource(extractPairs()))
