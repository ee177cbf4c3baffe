import type { VillageCode } from '#domain/base/ids.ts'
import { takesWords } from '../change.ts'
import { bodySchemas } from '../change.schema.ts'
import { newReplica, take, type Replica } from '../replica.ts'
import type { SyncRequest, VillageAnswer } from '../wire.ts'
import type { HeldVillage } from './device-state.ts'
import { dropParts, keepParts, type PartsCame, type PartsHeld } from './parts.ts'
import { keyOfTail, type VillageFacts, type Write } from './store.ts'
import type { UnpackedNews } from './unpack.ts'

/** What a device holds of a village before news of it; both null where it is new. */
export type Known = { readonly held: HeldVillage | null; readonly parts: PartsHeld | null }

/** A village after news of it, and what of the disk changes with it. */
export type Taken = Known & { readonly writes: readonly Write[] }

/** So many tails lie beside a base before all is written as one base again. */
const mostTails = 40

/**
 * Takes in what the server says of one village, beside what this device asked about it. Null where nothing of it is
 * taken: the answer had no room for this village, and it is to be asked for again.
 */
export function takeNews({ held, parts }: Known, news: UnpackedNews, asked: SyncRequest): Taken | null {
  const { answer } = news
  if (answer.is === 'unchanged') return news.more ? null : takeWhole(held, parts, { ...news, answer }, asked)
  if (answer.is === 'broken') return { held, parts: null, writes: dropParts(parts) }
  if (answer.is === 'parts') return takePart({ held, parts }, news, answer)
  return takeWhole(held, parts, { ...news, answer }, asked)
}

/**
 * A village whose news made this device stumble: what it holds stays, it is fetched from its beginning once, and then it
 * is said that the two do not agree. The other villages go on [S4] [S16].
 */
export function stumbled({ held, parts }: Known, code: VillageCode, asked: SyncRequest): Taken | null {
  const writes = dropParts(parts)
  if (held === null) return parts === null ? null : { held, parts: null, writes }
  const again = fromOf(asked, code) > 0
  const facts: VillageFacts = { ...held.facts, refetch: again, agrees: again }
  return { held: { ...held, facts }, parts: null, writes: [...writes, factsWrite(facts)] }
}

type News = UnpackedNews & { readonly answer: VillageAnswer }

const fromOf = (asked: SyncRequest, code: VillageCode): number =>
  asked.villages.find(one => one.code === code)?.cursor ?? 0

/** Parts are laid by; what other eyes have seen goes at once, not only when the last part is here [S14]. */
function takePart({ held, parts }: Known, news: UnpackedNews, came: PartsCame): Taken {
  const kept = keepParts(parts, news.code, news.audience, came)
  if (held === null || held.facts.audience === news.audience) return { held, ...kept }
  const facts: VillageFacts = { ...namesIn(news), refetch: true, agrees: true }
  const nothing = newReplica(news.code)
  return {
    held: { facts, replica: nothing, tails: [] },
    parts: kept.parts,
    writes: [...kept.writes, factsWrite(facts), baseWrite(nothing), ...dropTails(held.tails)],
  }
}

function takeWhole(
  known: HeldVillage | null,
  parts: PartsHeld | null,
  news: News,
  asked: SyncRequest,
): Taken {
  if (!isFoldable(news.answer)) throw new Error('a change of a kind that is not known here')
  const from = fromOf(asked, news.code)
  const before = startFrom(known, news, from)
  const replica = take(before, news.answer)
  const facts = factsAfter(known, news, replica, from)
  const writes = [...dropParts(parts), ...(sameFacts(known?.facts, facts) ? [] : [factsWrite(facts)])]
  if (known !== null && replica === known.replica) return { held: { ...known, facts }, parts: null, writes }
  const kept = keepReplica(known, news, replica, before)
  return {
    held: { facts, replica, tails: kept.tails },
    parts: null,
    writes: [...writes, ...kept.writes],
  }
}

/** A newer server may send kinds this app cannot fold; then the village is fetched as states [S19]. */
const isFoldable = (answer: VillageAnswer): boolean =>
  answer.is !== 'changes' ||
  answer.changes.every(({ change }) => Object.hasOwn(bodySchemas, change.kind) && change.body !== null)

const factsWrite = (value: VillageFacts): Write => ({ put: 'villages', key: value.code, value })

const namesIn = ({ code, name, audience, colleagues }: UnpackedNews) => ({ code, name, audience, colleagues })

/** What the answer is laid upon: nothing where the whole was asked for, or where other eyes look now [S14]. */
const startFrom = (known: HeldVillage | null, news: News, from: number): Replica =>
  known === null || from === 0 || known.facts.audience !== news.audience
    ? newReplica(news.code)
    : known.replica

function factsAfter(known: HeldVillage | null, news: News, replica: Replica, from: number): VillageFacts {
  const facts = namesIn(news)
  const otherEyes = known !== null && known.facts.audience !== news.audience && replica.cursor === 0
  if (isGap(news, replica) || (otherEyes && from > 0)) return { ...facts, refetch: true, agrees: true }
  if (news.more || news.checksum === null || news.checksum === replica.checksum)
    return { ...facts, refetch: false, agrees: true }
  // The whole has just come and still does not add up: say so, and do not ask for the whole again and again [S9].
  const hopeless = from === 0 || (known?.facts.agrees === false && known.replica.cursor === replica.cursor)
  return { ...facts, refetch: !hopeless, agrees: !hopeless }
}

/** Whether the answer could not be laid upon what is here. */
const isGap = ({ answer }: News, replica: Replica): boolean =>
  answer.is !== 'unchanged' && answer.upTo > replica.cursor

const sameFacts = (known: VillageFacts | undefined, facts: VillageFacts): boolean =>
  known !== undefined &&
  known.name === facts.name &&
  known.audience === facts.audience &&
  known.refetch === facts.refetch &&
  known.ofEarlierEpoch === facts.ofEarlierEpoch &&
  known.agrees === facts.agrees &&
  JSON.stringify(known.colleagues) === JSON.stringify(facts.colleagues)

function keepReplica(
  known: HeldVillage | null,
  { code, answer }: News,
  replica: Replica,
  before: Replica,
): { readonly tails: readonly string[]; readonly writes: readonly Write[] } {
  const tails = known?.tails ?? []
  const goesOn = answer.is === 'changes' && before === known?.replica && tails.length < mostTails
  if (goesOn && !erasesOne(before, replica) && !answer.changes.some(({ change }) => takesWords(change))) {
    const key = keyOfTail(code, answer.upTo)
    const { from, upTo, changes } = answer
    return {
      tails: [...tails, key],
      writes: [{ put: 'tails', key, value: { village: code, from, upTo, changes } }],
    }
  }
  return { tails: [], writes: [baseWrite(replica), ...dropTails(tails)] }
}

/** Then all is written anew, so that no record on the disk still holds what was erased [H2] [S15]. */
const erasesOne = (before: Replica, after: Replica): boolean =>
  [...after.households.values()].some(
    ({ id, erased }) => erased !== undefined && before.households.get(id)?.erased === undefined,
  )

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
