import type { VillageCode } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { SyncAnswer, VillageAnswer, VillageNews } from '../wire.ts'
import { joinParts, type PartsCame, type PartsHeld } from './parts.ts'
import type { Transport } from './transport.ts'

/** An answer whose snapshots are unpacked, village by village. */
export type Unpacked = Omit<SyncAnswer, 'villages'> & { readonly villages: readonly UnpackedNews[] }

/** `broken`: what came of this village cannot be read; it is fetched from its beginning, and the others go on [S4]. */
export type UnpackedNews = Omit<VillageNews, 'answer'> & {
  readonly answer: VillageAnswer | PartsCame | { readonly is: 'broken' }
}

/** Unpacks each snapshot of which the last part is here now, together with the parts from before [S17]. */
export async function unpack(
  answer: SyncAnswer,
  held: ReadonlyMap<VillageCode, PartsHeld>,
  unzip: Transport['unzip'],
): Promise<Unpacked> {
  const villages: UnpackedNews[] = []
  for (const news of answer.villages) {
    const parts = held.get(news.code) ?? null
    // One after the other: a phone has little room for several villages unpacked at once.
    villages.push({ ...news, answer: await unpackOne(news, parts, unzip) })
  }
  return { ...answer, villages }
}

async function unpackOne(
  { answer, audience }: VillageNews,
  held: PartsHeld | null,
  unzip: Transport['unzip'],
): Promise<UnpackedNews['answer']> {
  if (answer.is !== 'snapshot') return answer
  const parts = joinParts(held, audience, answer)
  if (parts === null) return { is: 'broken' }
  if (parts.length < answer.of) return { ...answer, is: 'parts' }
  try {
    const households: Household[] = []
    for (const part of parts) households.push(...JSON.parse(await unzip(part)))
    return { is: 'states', upTo: answer.upTo, whole: true, households }
  } catch {
    return { is: 'broken' }
  }
}
