import type { VillageCode } from '#domain/base/ids.ts'

/** A village of the statistical division table, with the names of what it lies in. `name` is the short one (孙家湾村). */
export type Village = {
  readonly code: VillageCode
  readonly province: string
  readonly city: string
  readonly county: string
  readonly town: string
  readonly name: string
}

/**
 * The everyday name of a village for the official name of its committee: 孙家湾村民委员会 → 孙家湾村,
 * 小西关社区居民委员会 → 小西关社区. A name that ends otherwise stays.
 */
export const everydayName = (official: string): string =>
  official.replace(/(?:村民委员会|村委会)$/, '村').replace(/(?:居民委员会|居委会)$/, '')

/** True when a village lies in an area: the area is the beginning of the village's code (420325 = 房县). */
export const liesIn = (village: VillageCode, area: string): boolean => village.startsWith(area)
