import type { Change, Kind } from './change.ts'
import type { SyncAnswer, SyncRequest, VillageAnswer, VillageCursor, VillageNews } from './wire.ts'

/** What a device says to a server that speaks only the first wire [S19]. */
export type SyncRequest1 = Omit<
  SyncRequest,
  'wire' | 'villages' | 'room' | 'report' | 'handOver' | 'taken'
> & {
  readonly wire: 1
  readonly villages: readonly Omit<VillageCursor, 'parts'>[]
}

/** What such a server answers. Its snapshots come in one piece. */
export type SyncAnswer1 = Omit<SyncAnswer, 'wire' | 'villages' | 'handedOver' | 'handed'> & {
  readonly wire: number
  readonly villages: readonly VillageNews1[]
}

export type VillageNews1 = Omit<VillageNews, 'answer' | 'colleagues'> & {
  readonly answer: VillageAnswer | Snapshot1
}

export type Snapshot1 = { readonly is: 'snapshot'; readonly upTo: number; readonly gzip: string }

/** The same said in the first wire; what it has no words for is said when the server has learned them. */
export const inWire1 = ({ device, epoch, changes, openings, villages }: SyncRequest): SyncRequest1 => ({
  wire: 1,
  device,
  epoch,
  changes,
  openings,
  villages: villages.map(({ code, cursor, checksum }) => ({ code, cursor, checksum })),
})

/** An answer of the first wire as the second says it. */
export const fromWire1 = (answer: SyncAnswer1): SyncAnswer => ({
  ...answer,
  villages: answer.villages.map(news => ({ ...news, answer: answerFrom1(news.answer), colleagues: [] })),
  handedOver: [],
  handed: [],
})

const answerFrom1 = (answer: VillageNews1['answer']): VillageNews['answer'] =>
  answer.is === 'snapshot'
    ? { is: 'snapshot', upTo: answer.upTo, from: 0, of: 1, parts: [answer.gzip] }
    : answer

const kinds1 = new Set<string>([
  'household.register',
  'household.learn',
  'household.consent',
  'household.decline',
  'visit.plan',
  'advice.ask',
  'advice.give',
  'visit.record',
  'need.raise',
  'need.agree',
  'need.take-in-hand',
  'need.do-on-the-spot',
  'need.refer',
  'referral.accept',
  'referral.return',
  'referral.extend',
  'need.find',
  'need.tell',
  'need.hear-answer',
  'need.withdraw',
  'need.note',
  'promise.give',
  'promise.extend',
  'promise.keep',
] satisfies readonly Kind[])

/** Whether a server of the first wire knows this kind of change; the others wait until it has been renewed. */
export const isOfWire1 = ({ kind }: Pick<Change, 'kind'>): boolean => kinds1.has(kind)
