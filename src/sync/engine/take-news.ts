import type { VillageCode } from '#domain/base/ids.ts'
import { newReplica, take, type Replica } from '../replica.ts'
import type { SyncRequest } from '../wire.ts'
import type { HeldVillage } from './device-state.ts'
import { keyOfTail, type VillageFacts, type Write } from './store.ts'
import type { UnpackedNews } from './transport.ts'

/** A village after news of it, and what of the disk changes with it. */
export type Taken = { readonly held: HeldVillage; readonly writes: readonly Write[] }

/** So many tails lie beside a base before all is written as one base again. */
const mostTails = 40

/**
 * Takes in what the server says of one village, beside what this device asked about it. Null where the answer had no
 * room for this village and it is to be asked for again.
 */
export function takeNews(known: HeldVillage | null, news: UnpackedNews, asked: SyncRequest): Taken | null {
  if (news.answer.is === 'unchanged' && news.more) return null
  const from = asked.villages.find(({ code }) => code === news.code)?.cursor ?? 0
  const before = startFrom(known, news, from)
  const replica = take(before, news.answer)
  const facts = factsAfter(known, news, replica, from)
  const factWrites: readonly Write[] = sameFacts(known?.facts, facts)
    ? []
    : [{ put: 'villages', key: news.code, value: facts }]
  if (replica === known?.replica) return { held: { ...known, facts }, writes: factWrites }
  const { tails, writes } = keepReplica(known, news, replica, before)
  return { held: { facts, replica, tails }, writes: [...factWrites, ...writes] }
}

/** What the answer is laid upon: nothing where the whole was asked for, or where other eyes look now [S14]. */
const startFrom = (known: HeldVillage | null, news: UnpackedNews, from: number): Replica =>
  known === null || from === 0 || known.facts.audience !== news.audience
    ? newReplica(news.code)
    : known.replica

function factsAfter(
  known: HeldVillage | null,
  news: UnpackedNews,
  replica: Replica,
  from: number,
): VillageFacts {
  const facts = { code: news.code, name: news.name, audience: news.audience }
  const otherEyes = known !== null && known.facts.audience !== news.audience && replica.cursor === 0
  if (isGap(news, replica) || (otherEyes && from > 0)) return { ...facts, refetch: true, agrees: true }
  if (news.more || news.checksum === null || news.checksum === replica.checksum)
    return { ...facts, refetch: false, agrees: true }
  // The whole has just come and still does not add up: say so, and do not ask for the whole again and again [S9].
  const hopeless = from === 0 || (known?.facts.agrees === false && known.replica.cursor === replica.cursor)
  return { ...facts, refetch: !hopeless, agrees: !hopeless }
}

/** Whether the answer could not be laid upon what is here. */
const isGap = ({ answer }: UnpackedNews, replica: Replica): boolean =>
  answer.is !== 'unchanged' && answer.upTo > replica.cursor

const sameFacts = (known: VillageFacts | undefined, facts: VillageFacts): boolean =>
  known !== undefined &&
  known.name === facts.name &&
  known.audience === facts.audience &&
  known.refetch === facts.refetch &&
  known.agrees === facts.agrees

function keepReplica(
  known: HeldVillage | null,
  { code, answer }: UnpackedNews,
  replica: Replica,
  before: Replica,
): { readonly tails: readonly string[]; readonly writes: readonly Write[] } {
  const tails = known?.tails ?? []
  if (answer.is === 'changes' && before === known?.replica && tails.length < mostTails) {
    const key = keyOfTail(code, answer.upTo)
    const { from, upTo, changes } = answer
    return {
      tails: [...tails, key],
      writes: [{ put: 'tails', key, value: { village: code, from, upTo, changes } }],
    }
  }
  return { tails: [], writes: [baseWrite(replica), ...dropTails(tails)] }
}

const baseWrite = ({ village, cursor, checksum, households }: Replica): Write => ({
  put: 'bases',
  key: village,
  value: { cursor, checksum, households: [...households.values()] },
})

const dropTails = (tails: readonly string[]): readonly Write[] => tails.map(key => ({ drop: 'tails', key }))

/** Takes a village from the disk: it lies outside the grants [S13]. */
export const forgetWrites = (code: VillageCode, { tails }: HeldVillage): readonly Write[] => [
  { drop: 'villages', key: code },
  { drop: 'bases', key: code },
  ...dropTails(tails),
]
