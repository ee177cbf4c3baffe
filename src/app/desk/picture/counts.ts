import type { OfficeCount } from '#app/ui/desk/Count.tsx'
import type { RiverCounts } from '#app/ui/desk/river-course.ts'
import type { Shown } from '#domain/villages/open-table.ts'
import { type Picture, riverPools, riverStages } from '#domain/villages/picture.ts'

/** A number as the desk's parts draw it: what is not written is hatched. */
export const countOf = (shown: Shown): OfficeCount => shown ?? 'few'

/** The picture's river as the river is drawn. */
export const riverOf = ({ stages, pools, reopened }: Picture): RiverCounts => ({
  stages: each(riverStages, stage => countOf(stages[stage])),
  pools: each(Object.keys(riverPools) as readonly (keyof typeof riverPools)[], pool => countOf(pools[pool])), // keys of a literal
  reopened: countOf(reopened),
})

const each = <Key extends string>(
  keys: readonly Key[],
  count: (key: Key) => OfficeCount,
): Record<Key, OfficeCount> =>
  // Every key stands in it once.
  Object.fromEntries(keys.map(key => [key, count(key)])) as Record<Key, OfficeCount>
