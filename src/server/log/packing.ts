import type { VillageCode } from '#domain/base/ids.ts'
import type { Logs } from '#sync/log/ground.ts'
import type { SnapshotKept } from '#sync/log/store.ts'

/**
 * Packs a village's snapshot once, however many ask for it meanwhile: on a training day a whole hall asks for the same
 * villages at one moment.
 */
export function packOnceAtATime(): NonNullable<Logs['packing']> {
  const underWay = new Map<VillageCode, Promise<SnapshotKept>>()
  return (village, pack) => {
    const known = underWay.get(village)
    if (known !== undefined) return known
    const packed = pack().finally(() => underWay.delete(village))
    underWay.set(village, packed)
    return packed
  }
}
