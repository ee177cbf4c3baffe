import { parseVillageCode, type VillageCode } from '#domain/base/ids.ts'
import { everydayName, type Village } from './village.ts'

/** The villages of the host's area: what "known village" means when a roster is read [R3]. */
export type KnownVillages = {
  readonly byCode: ReadonlyMap<string, Village>
  readonly byTownAndName: ReadonlyMap<string, Village>
}

export const knownVillages = (villages: readonly Village[]): KnownVillages => ({
  byCode: new Map(villages.map(village => [village.code, village])),
  byTownAndName: new Map(villages.map(village => [village.town + village.name, village])),
})

/** The village of this code, null when the host's area has none such. */
export function villageByCode(known: KnownVillages, text: string): VillageCode | null {
  const code = parseVillageCode(text)
  return code !== null && known.byCode.has(code) ? code : null
}

/** The village of this name in this town; village names repeat within a county, so the town is always asked [R3]. */
export function villageByNames(known: KnownVillages, town: string, name: string): VillageCode | null {
  const named = everydayName(name)
  const village = known.byTownAndName.get(town + named) ?? known.byTownAndName.get(`${town}${named}村`)
  return village?.code ?? null
}

/**
 * The village that a line of text names: a town directly followed by one of its villages (the longest name that
 * fits). Null when none is named, or two different ones [R3].
 */
export function villageNamedIn(known: KnownVillages, text: string): VillageCode | null {
  const named = [...known.byTownAndName].filter(([words]) => text.includes(words))
  const longest = named.filter(
    ([words]) => !named.some(([other]) => other !== words && other.startsWith(words)),
  )
  const codes = new Set(longest.map(([, village]) => village.code))
  return codes.size === 1 ? ([...codes][0] ?? null) : null
}
