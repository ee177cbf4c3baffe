import fc from 'fast-check'
import type { Actor } from '#domain/access/grants.ts'
import { asId, type DeviceId, type HouseholdId } from '#domain/base/ids.ts'
import { canonical } from '#sync/checksum.ts'
import { answerSync } from '#sync/log/answer.ts'
import type { Logs } from '#sync/log/ground.ts'
import type { SyncAnswer } from '#sync/wire.ts'
import { change, fuFamily, minutesLater, today, wangFamily } from '../builders/changes.ts'
import { histories, type Attempt } from '../builders/histories.ts'
import { gaoqiao, heLan, liuWenqing, tianJianguo, zhouMin } from '../builders/people.ts'
import { syncRequestWith } from '../builders/requests.ts'

/** One thing said to a log: a change, said again or for the first time, or a refused one given to a colleague. */
export type Said =
  | { readonly is: 'change'; readonly attempt: Attempt; readonly again: boolean }
  | { readonly is: 'hand-over'; readonly attempt: Attempt; readonly to: Actor }

type Turn = {
  readonly at: number
  readonly is: 'again' | 'hand-over' | 'erase'
  readonly household: HouseholdId
  readonly to: Actor
}

const turns: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 90 }),
    is: fc.constantFrom('again', 'hand-over', 'erase'),
    household: fc.constantFrom(wangFamily, fuFamily),
    to: fc.constantFrom(zhouMin, tianJianguo, heLan),
  }),
  { minLength: 4, maxLength: 12 },
)

/** A life of two families with changes said twice, refused ones handed on, and now and then a family erased. */
export const lives: fc.Arbitrary<readonly Said[]> = fc
  .tuple(histories, turns)
  .map(([history, turns]) =>
    history.flatMap((attempt, at) => [
      { is: 'change', attempt, again: false } as const,
      ...turns.filter(turn => turn.at === at).map(turn => turned(turn, attempt)),
    ]),
  )

function turned({ is, household, to }: Turn, attempt: Attempt): Said {
  if (is === 'again') return { is: 'change', attempt, again: true }
  if (is === 'hand-over') return { is: 'hand-over', attempt, to }
  const asked = change('household.erase', { askedOn: today, channel: 'telephone' }, { household })
  return { is: 'change', attempt: { actor: liuWenqing, change: asked }, again: false }
}

/** Says one thing as its actor's device does, which holds nothing yet; the log's whole answer, unpacked. */
export async function sayTo(
  { logs, unpack }: { readonly logs: Logs; readonly unpack: (part: string) => Promise<string> },
  said: Said,
  at: number,
): Promise<SyncAnswer> {
  const { actor, change } = said.attempt
  const request = syncRequestWith({
    device: asId<DeviceId>(`device-of-${actor.id}`),
    epoch: 'epoch-one',
    ...(said.is === 'change'
      ? { changes: [{ change, diary: change.kind === 'visit.record' ? '守田叔留我们喝了茶' : null }] }
      : { handOver: [{ change: change.id, village: gaoqiao, to: said.to.id, diary: null }] }),
  })
  const asker = { actor, now: minutesLater(at), wire: 2 }
  // The builder's request is what the schema would have parsed.
  const answer = await answerSync(logs, asker, request as Parameters<typeof answerSync>[2])
  return { ...answer, villages: await Promise.all(answer.villages.map(news => unpacked(news, unpack))) }
}

/** What it says, whatever the order of fields and of colleagues: a database keeps neither. */
async function unpacked(
  news: SyncAnswer['villages'][number],
  unpack: (part: string) => Promise<string>,
): Promise<SyncAnswer['villages'][number]> {
  const colleagues = news.colleagues.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  if (news.answer.is !== 'snapshot') return { ...news, colleagues }
  const texts = await Promise.all(news.answer.parts.map(unpack))
  const parts = texts.map(text => canonical(JSON.parse(text)))
  return { ...news, colleagues, answer: { ...news.answer, parts } }
}
