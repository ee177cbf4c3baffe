import type { VillageCode } from '#domain/base/ids.ts'
import type { VillageCursor } from '../wire.ts'
import type { Logs } from './ground.ts'
import { authorFor, type Reader, type Told } from './reader.ts'
import type { SnapshotKept, VillageLook } from './store.ts'

/**
 * As many parts of a village's snapshot as there is room for, one at least: from where the device is in it, while that
 * one is still kept, otherwise from the first of the newest [S8] [S17]. The parts lie ready: nothing is read or packed
 * again until the log has moved well past them.
 */
export async function snapshotFor(
  logs: Logs,
  reader: Reader,
  asked: VillageCursor,
  stands: VillageLook,
): Promise<Told> {
  const { kept, from } = await whereToGoOn(logs, asked, stands)
  const count = countWithin(kept.weights.slice(from), reader.room)
  const parts = await logs.store.snapshotParts(asked.code, { upTo: kept.upTo, from, count })
  // It was replaced between the two looks, which is rare: begun anew at the next ask.
  if (parts.length < count) return { answer: { is: 'unchanged' }, checksum: null, more: true, diaries: [] }
  const isLast = from + count === kept.weights.length
  return {
    answer: { is: 'snapshot', upTo: kept.upTo, from, of: kept.weights.length, parts },
    checksum: isLast && kept.upTo === stands.head ? stands.checksumTeam : null,
    more: !isLast || kept.upTo < stands.head,
    diaries: isLast
      ? await logs.store.diaries(asked.code, { by: authorFor(reader, asked.code), visits: null })
      : [],
  }
}

type Place = { readonly kept: SnapshotKept; readonly from: number }

async function whereToGoOn(
  logs: Logs,
  { code, parts }: VillageCursor,
  { head }: VillageLook,
): Promise<Place> {
  const all = await logs.store.snapshots(code)
  const begun = all.find(({ upTo }) => upTo === parts?.upTo)
  if (begun !== undefined && parts !== null && parts.got < begun.weights.length)
    return { kept: begun, from: parts.got }
  const [newest] = all
  if (newest !== undefined && head - newest.upTo < logs.limits.statesAreLess && newest.upTo <= head)
    return { kept: newest, from: 0 }
  const pack = () => packAnew(logs, code)
  return { kept: await (logs.packing?.(code, pack) ?? pack()), from: 0 }
}

/** How many parts go into the room, one at least. */
function countWithin(weights: readonly number[], room: number): number {
  let left = room
  const count = weights.findIndex((weight, at) => {
    left -= weight
    return left < 0 && at > 0
  })
  return count === -1 ? weights.length : count
}

async function packAnew({ store, ground, limits }: Logs, code: VillageCode): Promise<SnapshotKept> {
  const found = await store.statesAfter(code, 0)
  const states = found?.states ?? []
  const parts: string[] = []
  for (let at = 0; at === 0 || at < states.length; at += limits.householdsInPart) {
    // One after the other: a village at a time is packed, and what waits for the server comes in between.
    parts.push(await ground.pack(JSON.stringify(states.slice(at, at + limits.householdsInPart))))
  }
  const upTo = found?.head ?? 0
  await store.keepSnapshot(code, upTo, parts)
  return { upTo, weights: parts.map(part => part.length) }
}
