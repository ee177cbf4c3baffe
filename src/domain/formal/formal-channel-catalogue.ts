import type { CatalogueKind } from '../catalogues/catalogue.ts'
import { readLines } from '../catalogues/lines.schema.ts'
import type { FormalLine } from './formal-channel.ts'
import { formalLine } from './formal-channel.schema.ts'
import { shippedFormalChannel } from './shipped/formal-channel.ts'

/** The catalogue of the formal channel: what ships, and how what the office writes is read. */
export const formalChannelCatalogue: CatalogueKind<readonly FormalLine[]> = {
  shipped: shippedFormalChannel,
  read: body => readLines(body, { schema: formalLine, titleOf: ({ title }) => title, keyOf: ({ id }) => id }),
}
