import type { ChangeId, VillageCode } from '#domain/base/ids.ts'
import type { Posted, Transport } from '../../engine/transport.ts'
import type { Verdict } from '../../outbox.ts'
import type { SyncAnswer, SyncRequest, VillageNews } from '../../wire.ts'
import type { Sabotage } from '../sabotage.ts'
import type { Plant } from './plant.ts'

/** Faults in how a device reads an answer and makes a request. */
export const plantsOnTheWay: readonly Plant[] = [
  {
    name: 'unheard-taken-for-yes',
    breaks: 'A request without an answer is taken for received.',
    rule: 'S2',
    within: 50,
    sabotage: () =>
      posting(async (asked, ask) => {
        const posted = await ask(asked)
        if (posted.ok || posted.because !== 'no-signal' || asked.epoch === null || asked.changes.length === 0)
          return posted
        const again = await ask({ ...asked, changes: [] })
        if (!again.ok) return again
        return answered({
          ...again.answer,
          verdicts: asked.changes.map(({ change }) => ({ id: change.id, ok: true, seq: 1 })),
        })
      }),
  },
  {
    name: 'forget-eviction',
    breaks: 'A village outside the grants is not forgotten.',
    rule: 'S13',
    within: 100,
    sabotage: () => answering(answer => ({ ...answer, forget: [] })),
  },
  {
    name: 'jump-a-gap',
    breaks: 'Of the changes since the cursor the first is left out, and the cursor goes on.',
    rule: 'S8',
    within: 50,
    sabotage: () => withNews(news => ({ ...news, answer: withoutFirst(news.answer) })),
  },
  {
    name: 'fold-twice',
    breaks: 'The last change of an answer is folded twice.',
    rule: 'S7',
    within: 50,
    sabotage: () => withNews(news => ({ ...news, answer: withLastTwice(news.answer) })),
  },
  {
    name: 'lost-story',
    breaks: 'A visit is sent without its story.',
    rule: 'S8',
    within: 50,
    sabotage: () =>
      posting((asked, ask) =>
        ask({ ...asked, changes: asked.changes.map(({ change }) => ({ change, diary: null })) }),
      ),
  },
  {
    name: 'verdict-of-another',
    breaks: 'The first two verdicts of an answer are taken for each other’s.',
    rule: 'S5',
    within: 50,
    sabotage: () => answering(answer => ({ ...answer, verdicts: crossed(answer.verdicts) })),
  },
  {
    name: 'refused-taken-for-received',
    breaks: 'A refused change is let go as if it had been received.',
    rule: 'S5',
    within: 50,
    sabotage: () =>
      answering(answer => ({
        ...answer,
        verdicts: answer.verdicts.map(({ id, ...verdict }) =>
          'seq' in verdict ? { id, ...verdict } : { id, ok: true, seq: 1 },
        ),
      })),
  },
  {
    name: 'ignore-epoch',
    breaks: 'A restored server is taken for the one before.',
    rule: 'S6',
    within: 50,
    sabotage: () => {
      let first: string | null = null
      return answering(answer => ({ ...answer, epoch: (first ??= answer.epoch) }))
    },
  },
  {
    name: 'drop-on-restore',
    breaks: 'What was received once is not offered again after a restore.',
    rule: 'S6',
    within: 50,
    sabotage: () => {
      const known = new Map<ChangeId, Verdict>()
      return posting(async (asked, ask) => {
        const posted = await ask({
          ...asked,
          changes: asked.changes.filter(({ change }) => !known.has(change.id)),
        })
        if (!posted.ok) return posted
        const mine = asked.changes.flatMap(({ change }) => known.get(change.id) ?? [])
        for (const verdict of posted.answer.verdicts) if (verdict.ok) known.set(verdict.id, verdict)
        return answered({ ...posted.answer, verdicts: [...mine, ...posted.answer.verdicts] })
      })
    },
  },
  {
    name: 'offer-in-wrong-order',
    breaks: 'What is offered again after a restore comes in the wrong order.',
    rule: 'S6',
    within: 200,
    sabotage: () => {
      const known = new Set<ChangeId>()
      return posting(async (asked, ask) => {
        const again = asked.changes.some(({ change }) => known.has(change.id))
        const posted = await ask(again ? { ...asked, changes: asked.changes.toReversed() } : asked)
        if (posted.ok) for (const { id, ok } of posted.answer.verdicts) if (ok) known.add(id)
        return posted
      })
    },
  },
  {
    name: 'clock-gives-order',
    breaks: 'A batch is sent in the order of the device’s clock, not in the order in which it was written.',
    rule: 'S18',
    within: 100,
    sabotage: () =>
      posting((asked, ask) =>
        ask({
          ...asked,
          changes: asked.changes.toSorted((one, other) =>
            one.change.happenedAt < other.change.happenedAt ? -1 : 1,
          ),
        }),
      ),
  },
  {
    name: 'new-id-each-try',
    breaks: 'A change gets a new id each time it is sent.',
    rule: 'S1',
    within: 50,
    sabotage: () => {
      let tries = 0
      return posting(async (asked, ask) => {
        tries += 1
        const mark = `-try${tries}`
        const posted = await ask({
          ...asked,
          changes: asked.changes.map(one => ({
            ...one,
            change: { ...one.change, id: renamed(one.change.id, mark) },
          })),
        })
        if (!posted.ok) return posted
        const verdicts = posted.answer.verdicts.map(verdict => ({
          ...verdict,
          id: renamed(verdict.id, '', mark),
        }))
        return answered({ ...posted.answer, verdicts })
      })
    },
  },
  {
    name: 'stale-snapshot',
    breaks: 'A snapshot that was packed long ago is given out as if it were new.',
    rule: 'S8',
    within: 100,
    sabotage: () => {
      const first = new Map<VillageCode, readonly string[]>()
      return withNews(news => {
        if (news.answer.is !== 'snapshot') return news
        const parts = first.get(news.code) ?? news.answer.parts
        first.set(news.code, parts)
        return { ...news, answer: { ...news.answer, parts, of: parts.length } }
      })
    },
  },
  {
    name: 'checksum-ignored',
    breaks: 'A state that came broken is taken, and the checksum not looked at.',
    rule: 'S9',
    within: 50,
    sabotage: () => withNews(news => ({ ...news, checksum: null, answer: broken(news.answer) })),
  },
  {
    name: 'drop-from-batch',
    breaks: 'Of a batch of three or more the last is let go without being sent.',
    rule: 'S2',
    within: 50,
    sabotage: () =>
      posting(async (asked, ask) => {
        if (asked.changes.length < 3) return ask(asked)
        const last = asked.changes.at(-1)
        const posted = await ask({ ...asked, changes: asked.changes.slice(0, -1) })
        if (!posted.ok || last === undefined || posted.answer.verdicts.length === 0) return posted
        return answered({
          ...posted.answer,
          verdicts: [...posted.answer.verdicts, { id: last.change.id, ok: true, seq: 1 }],
        })
      }),
  },
]

type Ask = (asked: SyncRequest) => Promise<Posted>

const posting = (post: (asked: SyncRequest, ask: Ask) => Promise<Posted>): Sabotage => ({
  transport: (transport): Transport => ({
    ...transport,
    post: (asked, as) => post(asked, said => transport.post(said, as)),
  }),
})

const answered = (answer: SyncAnswer): Posted => ({ ok: true, answer })

const answering = (read: (answer: SyncAnswer) => SyncAnswer): Sabotage =>
  posting(async (asked, ask) => {
    const posted = await ask(asked)
    return posted.ok ? answered(read(posted.answer)) : posted
  })

const withNews = (read: (news: VillageNews) => VillageNews): Sabotage =>
  answering(answer => ({ ...answer, villages: answer.villages.map(read) }))

const withoutFirst = (answer: VillageNews['answer']): VillageNews['answer'] =>
  answer.is === 'changes' ? { ...answer, changes: answer.changes.slice(1) } : answer

const withLastTwice = (answer: VillageNews['answer']): VillageNews['answer'] =>
  answer.is === 'changes' ? { ...answer, changes: [...answer.changes, ...answer.changes.slice(-1)] } : answer

function broken(answer: VillageNews['answer']): VillageNews['answer'] {
  if (answer.is === 'states') return { ...answer, households: answer.households.slice(1) }
  return answer.is === 'changes' ? withoutFirst(answer) : answer
}

function crossed(verdicts: readonly Verdict[]): readonly Verdict[] {
  const [one, other, ...rest] = verdicts
  return one === undefined || other === undefined
    ? verdicts
    : [{ ...other, id: one.id }, { ...one, id: other.id }, ...rest]
}

const renamed = (id: ChangeId, mark: string, without = ''): ChangeId =>
  // An id with a mark of letters and digits is an id.
  `${id.endsWith(without) ? id.slice(0, id.length - without.length) : id}${mark}` as ChangeId
