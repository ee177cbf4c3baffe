import type { FindingKind } from '#app/ui/Finding.tsx'
import type { Proposed } from '#domain/visits/proposals.ts'

const kinds: Readonly<Record<Proposed['is'], FindingKind>> = {
  need: 'need',
  'open-need': 'need',
  'done-there': 'need',
  told: 'need',
  promise: 'promise',
  'others-promise': 'promise',
  question: 'question',
  fact: 'fact',
}

/** How the words of a proposal are underlined. */
export const kindOf = (proposed: Proposed): FindingKind => kinds[proposed.is]
