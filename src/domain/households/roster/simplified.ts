import { pairs } from './simplified-pairs.ts'

const simplifiedBy: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map(pair => {
    const [traditional = '', simplified = ''] = [...pair]
    return [traditional, simplified]
  }),
)

/**
 * The text with traditional characters made simplified, as far as headings, relations, categories and marks can
 * hold them: only for comparing, never for a name. The table is made by `scripts/extract-simplified.ts`.
 */
export const simplified = (text: string): string =>
  [...text].map(character => simplifiedBy.get(character) ?? character).join('')
