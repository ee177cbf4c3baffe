import type { VillageCode } from '#domain/base/ids.ts'
import type { Verdict } from '../outbox.ts'
import { append, brokenKept, type Batch, type Sender } from './append.ts'
import { readArrived, type Arrived, type ArrivedRead, type Broken } from './arrived.schema.ts'
import type { Logs } from './ground.ts'

/**
 * Takes in what a device sends, village by village, each in a transaction of its own. What has no readable shape is
 * refused as broken and kept [S5]; it blocks nothing else [S4].
 */
export async function push(
  logs: Logs,
  arrived: readonly Arrived[],
  sender: Sender,
): Promise<readonly Verdict[]> {
  const read = arrived.map(readArrived)
  const verdicts = [...(await keepBroken(logs, read, sender))]
  for (const [village, batch] of byVillage(read)) {
    // One village after the other: each is a transaction of its own.
    verdicts.push(...(await append(logs, village, batch, sender)))
  }
  return verdicts
}

/** What names no village is kept for itself. */
async function keepBroken(
  { store }: Logs,
  read: readonly ArrivedRead[],
  sender: Sender,
): Promise<readonly Verdict[]> {
  const astray = read.flatMap(one => (one.is === 'broken' && one.broken.village === '' ? [one.broken] : []))
  if (astray.length > 0) await store.keepRefusals(astray.map(one => brokenKept(one, sender)))
  return astray.map(({ id, because }: Broken) => ({ id, ok: false, because }))
}

function byVillage(read: readonly ArrivedRead[]): ReadonlyMap<VillageCode, Batch> {
  const villages = new Map<VillageCode, Batch>()
  for (const one of read) {
    if (one.is === 'nameless' || (one.is === 'broken' && one.broken.village === '')) continue
    // The envelope of a broken change has been read: its village has the form of one.
    const code = (one.is === 'broken' ? one.broken.village : one.pushed.change.village) as VillageCode
    const batch = villages.get(code) ?? { pushed: [], broken: [] }
    villages.set(
      code,
      one.is === 'broken'
        ? { ...batch, broken: [...batch.broken, one.broken] }
        : { ...batch, pushed: [...batch.pushed, one.pushed] },
    )
  }
  return villages
}
