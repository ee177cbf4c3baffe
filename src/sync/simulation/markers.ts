import { asId, type ChangeId, type HouseholdId } from '#domain/base/ids.ts'

/**
 * Words that can be found again wherever they lie. `story`: for its author and the author's team leader; `team`: for the
 * village's team alone; `open`: for everybody who sees the household. An erased household's are nobody's any more.
 */
export type MarkerKind = 'story' | 'team' | 'open'

export type Marker = {
  readonly kind: MarkerKind
  readonly household: HouseholdId
  readonly change: ChangeId
}

export const marked = (kind: MarkerKind, household: HouseholdId, change: string, words: string): string =>
  `${words}§${kind}|${household}|${change}§`

/** Every marker that lies in a text. */
export function markersIn(text: string): readonly Marker[] {
  if (!text.includes('§')) return []
  const found = new Map<string, Marker>()
  for (const [whole, kind = '', household = '', change = ''] of text.matchAll(pattern))
    found.set(whole, {
      // The pattern lets nothing else be a kind.
      kind: kind as MarkerKind,
      household: asId<HouseholdId>(household),
      change: asId<ChangeId>(change),
    })
  return [...found.values()]
}

const pattern = /§(story|team|open)\|([^|§]+)\|([^|§]+)§/g
