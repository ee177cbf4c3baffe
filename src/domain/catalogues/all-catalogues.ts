import { formalChannelCatalogue } from '../formal/formal-channel-catalogue.ts'
import { policyCatalogue } from '../policies/policy-catalogue.ts'
import { talkCatalogue } from '../visits/conversation/talk-catalogue.ts'
import type { CatalogueKind, CatalogueName } from './catalogue.ts'

/** Every catalogue's kind, for who takes in what the office writes. A phone takes only those its screens need. */
export const allCatalogues = {
  policies: policyCatalogue,
  'formal-channel': formalChannelCatalogue,
  talk: talkCatalogue,
} as const satisfies Readonly<Record<CatalogueName, CatalogueKind>>
