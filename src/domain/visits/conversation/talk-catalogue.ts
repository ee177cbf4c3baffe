import type { CatalogueKind } from '../../catalogues/catalogue.ts'
import { readLines } from '../../catalogues/lines.schema.ts'
import { lintSaying, lintWhole } from './lint-talk.ts'
import { shippedTalk } from './shipped/talk.ts'
import { isSaying, type TalkLine } from './talk-line.ts'
import { talkLine } from './talk-line.schema.ts'

/** What a line is called where it is spoken of: its words, or its kin words. */
export const titleOf = (line: TalkLine): string => (isSaying(line) ? line.zh : `${line.male} ${line.female}`)

/** The catalogue of the conversation card: what ships, and how what the office writes is read [H7]. */
export const talkCatalogue: CatalogueKind<readonly TalkLine[]> = {
  shipped: shippedTalk,
  read: body =>
    readLines(body, {
      schema: talkLine,
      titleOf,
      keyOf: ({ id }) => id,
      check: line => (isSaying(line) ? lintSaying(line) : []),
      checkAll: lintWhole,
    }),
}
