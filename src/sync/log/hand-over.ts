import { isOnTeam } from '#domain/access/grants.ts'
import { dayOf } from '#domain/base/days.ts'
import type { VillageCode } from '#domain/base/ids.ts'
import type { Handed, HandingOver, SyncAnswer, VillageNews } from '../wire.ts'
import type { Logs } from './ground.ts'
import type { Asker } from './reader.ts'
import type { VillageLook } from './store.ts'

/**
 * Gives refused changes to colleagues [S5]: only to somebody who is on the village's team today. The word is the same
 * however often it is asked for; where it is no, the change stays with who has it.
 */
export async function takeHandOvers(
  { store }: Logs,
  { actor, now }: Asker,
  handing: readonly HandingOver[],
  looks: ReadonlyMap<VillageCode, VillageLook>,
): Promise<SyncAnswer['handedOver']> {
  const { id, name } = actor
  const words: { id: HandingOver['change']; ok: boolean }[] = []
  for (const one of handing) {
    const isColleague =
      one.to !== id && (looks.get(one.village)?.team.some(person => person.id === one.to) ?? false)
    // One after the other: they are few.
    words.push({ id: one.change, ok: isColleague && (await store.handOver(one, { id, name }, now)) })
  }
  return words
}

/**
 * What colleagues have handed to who asks, in villages on whose team the asker is today: what somebody may not see any
 * longer waits for who gave it [S14].
 */
export async function handedFor(
  { store }: Logs,
  { actor, now }: Asker,
  villages: readonly VillageNews[],
): Promise<readonly Handed[]> {
  if (!villages.some(({ audience }) => audience === 'team')) return []
  const handed = await store.handedTo(actor.id)
  return handed.filter(({ change }) => isOnTeam(actor, change.village, dayOf(now)))
}
