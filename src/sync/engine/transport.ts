import type { PersonId } from '#domain/base/ids.ts'
import type { Snapshot, SyncAnswer, SyncRequest, VillageAnswer, VillageNews } from '../wire.ts'

/**
 * Why a request brought no answer. `not-understood`: the server read it and found it of no shape it knows, or too
 * large; `other-version`: app and server are too far apart.
 */
export type NoAnswer =
  | 'no-signal'
  | 'signed-out'
  | 'another-person'
  /** This device was stopped: it takes away all it keeps of this person. */
  | 'revoked'
  | 'not-understood'
  | 'other-version'
  | 'too-many'
  | 'server-trouble'

export type Posted =
  | { readonly ok: true; readonly answer: SyncAnswer }
  | { readonly ok: false; readonly because: NoAnswer }

/** The way to the server. It never throws for a bad network: an answer cut anywhere is `no-signal` [S17]. */
export type Transport = {
  /** `as`: whose changes these are, so that a session of somebody else on this browser is noticed. */
  readonly post: (request: SyncRequest, as: PersonId) => Promise<Posted>
  /** Undoes base64 and gzip; throws where the text is cut. */
  readonly unzip: (gzip: string) => Promise<string>
}

/** An answer whose snapshots are unpacked. */
export type Unpacked = Omit<SyncAnswer, 'villages'> & {
  readonly villages: readonly (Omit<VillageNews, 'answer'> & { readonly answer: VillageAnswer })[]
}

export type UnpackedNews = Unpacked['villages'][number]

/** Unpacks what came packed; null where it came broken, which is as if it had not come [S17]. */
export async function unpack(answer: SyncAnswer, unzip: Transport['unzip']): Promise<Unpacked | null> {
  try {
    const villages: UnpackedNews[] = []
    for (const news of answer.villages) {
      villages.push({
        ...news,
        answer: news.answer.is === 'snapshot' ? await statesOf(news.answer, unzip) : news.answer,
      })
    }
    return { ...answer, villages }
  } catch {
    return null
  }
}

async function statesOf({ upTo, parts }: Snapshot, unzip: Transport['unzip']): Promise<VillageAnswer> {
  const unpacked = await Promise.all(parts.map(async part => JSON.parse(await unzip(part))))
  return { is: 'states', upTo, whole: true, households: unpacked.flat() }
}
