import { addDays, asDay, type Instant } from '#domain/base/days.ts'
import type { Actor } from '#domain/access/grants.ts'
import { asId, type ChangeId, type DeviceId, type HouseholdId, type VisitId } from '#domain/base/ids.ts'
import type { Household } from '#domain/households/household.ts'
import type { Change } from '#sync/change.ts'
import { expireAdvice } from '#sync/log/advice.ts'
import { append } from '#sync/log/append.ts'
import { answerSync } from '#sync/log/answer.ts'
import type { Logs } from '#sync/log/ground.ts'
import { newReplica, take, type Replica } from '#sync/replica.ts'
import type { SyncAnswer, SyncRequest, VillageNews } from '#sync/wire.ts'
import {
  agree,
  change,
  fuFamily,
  minutesLater,
  raise,
  register,
  road,
  today,
  wangFamily,
  water,
} from '../builders/changes.ts'
import { gaoqiao, heLan, liuWenqing, liuYulan, stranger, tianJianguo, zhouMin } from '../builders/people.ts'
import { syncRequestWith } from '../builders/requests.ts'

/** A log under test: new, with the people of 高桥村's team, and what is in it as one text. */
export type LogUnderTest = {
  readonly logs: Logs
  readonly unpack: (part: string) => Promise<string>
  /** All that is kept anywhere, as text. */
  readonly everything: () => Promise<string>
}

/** One promise of the log, proved on one that is new; it throws where it is not kept. */
export type LogPromise = { readonly name: string; readonly prove: (under: LogUnderTest) => Promise<void> }

const device = asId<DeviceId>('device-0001')
const now = minutesLater(60)
const visit = asId<VisitId>('visit-0001')

const send = ({ logs }: LogUnderTest, actor: Actor, ...changes: readonly Change[]) =>
  append(
    logs,
    gaoqiao,
    { pushed: changes.map(one => ({ change: one, diary: null })), broken: [] },
    { actor, device, now },
  )

const ask = (
  { logs }: Pick<LogUnderTest, 'logs'>,
  actor: Actor,
  said: Partial<SyncRequest> = {},
  wire = 2,
): Promise<SyncAnswer> =>
  answerSync(logs, { actor, now, wire }, syncRequestWith({ device, epoch: 'epoch-one', ...said }) as never)

const at = (
  cursor: number,
  parts: SyncRequest['villages'][number]['parts'] = null,
): Partial<SyncRequest> => ({
  villages: [{ code: gaoqiao, cursor, checksum: null, parts }],
})

const erase = (household: HouseholdId = wangFamily) =>
  change('household.erase', { askedOn: today, channel: 'telephone' }, { household })

const record = change('visit.record', {
  visit,
  on: today,
  time: null,
  companions: [],
  outcome: { is: 'held' },
})

const plannedFor = { visit, time: null, purpose: '坐坐', companions: [] as string[] }

const adviceOf = (words: string) =>
  ({
    visit,
    saidBy: '刘玉兰',
    via: 'telephone',
    saidOn: today,
    when: null,
    address: '',
    mindful: '',
    words,
    leaveAlone: 'no',
  }) as const

let ids = 0
const nextId = () => asId<ChangeId>(`expiry-${String((ids += 1)).padStart(6, '0')}`)

/** The village as a device has it that asks until there is no more, folding what it is told. */
export async function pullAll(
  under: Pick<LogUnderTest, 'logs' | 'unpack'>,
  actor: Actor,
  start: Replica,
  wire = 2,
): Promise<Replica> {
  let replica = start
  let parts: { upTo: number; got: number } | null = null
  let texts: string[] = []
  for (let round = 0; round < 200; round++) {
    const said: Partial<SyncRequest> = { ...at(replica.cursor, parts), room: 1 }
    const news: VillageNews | undefined = (await ask(under, actor, said, wire)).villages[0]
    if (news === undefined) throw new Error('no news of the village')
    const { answer }: Pick<VillageNews, 'answer'> = news
    if (answer.is === 'snapshot') {
      texts = answer.from === 0 ? [...answer.parts] : [...texts, ...answer.parts]
      parts = { upTo: answer.upTo, got: texts.length }
      if (texts.length === answer.of) {
        const states = (await Promise.all(texts.map(under.unpack))).flatMap(
          text => JSON.parse(text) as Household[],
        )
        replica = take(newReplica(gaoqiao), {
          is: 'states',
          upTo: answer.upTo,
          whole: true,
          households: states,
        })
        parts = null
      }
    } else replica = take(replica, answer)
    if (!news.more) {
      if (news.checksum !== null) same(replica.checksum, news.checksum)
      return replica
    }
  }
  throw new Error('it never ended')
}

const lived = [
  ...['甲', '乙', '丙'].map((name, at) =>
    register({ household: asId<HouseholdId>(`household-${at}-of-three`) }, name),
  ),
  register({ household: wangFamily }),
  register({ household: fuFamily }, '付远志'),
] as const

/** What the log promises, in memory and in PostgreSQL alike. */
export const logContract: readonly LogPromise[] = [
  {
    name: '[S1] [S4] each change is judged by itself, once, and answered the same',
    prove: async under => {
      const bad = agree(water)
      const batch = [register(), bad, raise(), agree(water, { after: [bad.id] }), agree(road)]
      const once = await send(under, zhouMin, ...batch)
      same(once.map(word), [1, 'unknown-need', 2, 'depends-on-refused', 3])
      same(await send(under, zhouMin, ...batch), once)
      same(
        (await under.logs.store.changesAfter(gaoqiao, 0, 99))?.changes.map(({ seq }) => seq),
        [1, 2, 3],
      )
    },
  },
  {
    name: '[S4] a refusal still on its way is known to what builds on it',
    prove: async under => {
      await send(under, zhouMin, register())
      const bad = agree(water)
      const [, child] = await Promise.all([
        send(under, zhouMin, bad),
        send(under, zhouMin, raise(road, { after: [bad.id] })),
      ])
      // Whichever is given the lock first is judged first: what builds on it may have come before it.
      if (child.map(word)[0] !== 2) same(child.map(word), ['depends-on-refused'])
    },
  },
  {
    name: '[S12] who has no task there writes nothing; an unknown village neither',
    prove: async under => {
      same((await send(under, stranger, register())).map(word), ['outside-grants'])
      const nowhere = { ...register(), village: '420325999999' as typeof gaoqiao }
      const answer = await ask(under, zhouMin, { changes: [{ change: nowhere, diary: null }] })
      same(answer.verdicts.map(word), ['outside-grants'])
    },
  },
  {
    name: '[S5] [S16] what no database can store is refused as broken, kept, and blocks nothing',
    prove: async under => {
      const poison = raise(water, { after: [] })
      const changes = [
        { change: register(), diary: null },
        { change: { ...poison, body: { ...poison.body, words: '水\u0000' } } as Change, diary: null },
        { change: { ...raise(), body: { ...raise().body, words: '\ud800' } } as Change, diary: null },
      ]
      const words = (await ask(under, zhouMin, { changes })).verdicts.map(word)
      same(words.toSorted(), ['broken-change', 'broken-change', 1].toSorted())
      same((await under.everything()).includes(poison.id), true)
    },
  },
  {
    name: '[S18] the order is the log’s, and what was said of the time is kept',
    prove: async under => {
      const early = raise(road, { happenedAt: minutesLater(-10) })
      const ahead = raise(water, { happenedAt: minutesLater(60 * 24 * 400) })
      await send(under, zhouMin, register(), ahead, early)
      const found = await under.logs.store.changesAfter(gaoqiao, 1, 9)
      same(
        found?.changes.map(({ change: { happenedAt } }) => happenedAt),
        [ahead.happenedAt, early.happenedAt],
      )
      const state = (await under.logs.store.statesAfter(gaoqiao, 0))?.states[0]
      same(state?.needs[0]?.life[0]?.writtenOn, today)
    },
  },
  {
    name: '[S8] a snapshot in parts plus the rest, and one change after the other, equal the whole',
    prove: async under => {
      await send(under, zhouMin, ...lived)
      const phone = await pullAll(under, zhouMin, newReplica(gaoqiao))
      await send(under, tianJianguo, raise(), agree(), raise(water, { household: fuFamily }))
      const whole = await under.logs.store.statesAfter(gaoqiao, 0)
      for (const start of [newReplica(gaoqiao), phone]) {
        const replica = await pullAll(under, zhouMin, start)
        same(replica.checksum, whole?.checksumTeam)
        same([...replica.households.values()].length, 5)
      }
    },
  },
  {
    name: '[S17] a first sync goes on in the snapshot it began, while the log moves and a newer one is packed',
    prove: async under => {
      await send(under, zhouMin, ...lived)
      const begun = (await ask(under, zhouMin, { ...at(0), room: 1 })).villages[0]
      same([begun?.answer.is, begun?.more, begun?.checksum], ['snapshot', true, null])
      await send(under, tianJianguo, raise())
      await under.logs.store.keepSnapshot(gaoqiao, 6, ['bmV3'])
      const next = (await ask(under, zhouMin, { ...at(0, { upTo: 5, got: 1 }), room: 1 })).villages[0]
      const { answer } = next ?? {}
      same(answer?.is === 'snapshot' ? [answer.upTo, answer.from, answer.parts.length] : [], [5, 1, 1])
      const gone = (await ask(under, zhouMin, { ...at(0, { upTo: 3, got: 2 }), room: 1 })).villages[0]
      same(gone?.answer.is === 'snapshot' ? gone.answer.from : null, 0)
    },
  },
  {
    name: '[S14] others’ stories stay; a leader reads the team’s; a cadre sees no need',
    prove: async under => {
      const pushed = [
        { change: register(), diary: null },
        { change: raise(), diary: null },
        { change: record, diary: '守田叔在院坝劈柴' },
      ]
      await append(under.logs, gaoqiao, { pushed, broken: [] }, { actor: zhouMin, device, now })
      const storiesOf = async (actor: Actor) => (await ask(under, actor)).villages[0]?.diaries.length
      same([await storiesOf(zhouMin), await storiesOf(tianJianguo), await storiesOf(heLan)], [1, 0, 1])
      same(JSON.stringify(await ask(under, liuYulan)).includes('走不出去'), false)
    },
  },
  {
    name: '[S15] an erased household is gone from everywhere; numbers stay; nothing is written of it again',
    prove: async under => {
      await send(under, zhouMin, register({ household: fuFamily }, '付远志'), register({}, '庚寅老汉'))
      const before = await pullAll(under, zhouMin, newReplica(gaoqiao))
      const phone = { ...learn('13812345678'), household: wangFamily }
      const pushed = [raise(), phone, record, agree(water)].map(change => ({
        change,
        diary: change.kind === 'visit.record' ? '守田叔在院坝劈柴' : null,
      }))
      await append(under.logs, gaoqiao, { pushed, broken: [] }, { actor: zhouMin, device, now })
      await pullAll(under, zhouMin, newReplica(gaoqiao))
      const cadre = (await ask(under, liuYulan)).villages[0]?.answer
      same(cadre?.is === 'states' && cadre.households.length, 2)
      same((await send(under, zhouMin, erase())).map(word), ['not-your-act'])
      // In one breath with a last word of the family, and with one that comes too late.
      const late = learn('13812345678')
      same(
        (
          await send(
            under,
            { ...liuWenqing, grants: [...liuWenqing.grants, ...zhouMin.grants] },
            learn('13812345678'),
            erase(),
            late,
          )
        ).map(word),
        [6, 7, 'household-erased'],
      )
      same((await send(under, zhouMin, learn('13812345678'))).map(word), ['household-erased'])
      const everything = await under.everything()
      for (const word of ['庚寅', '守田', '塘边', '劈柴', '走不出去', '13812345678'].filter(
        one => one !== '塘边',
      ))
        same([word, everything.includes(word)], [word, false])
      const whole = await under.logs.store.statesAfter(gaoqiao, 0)
      same(whole?.states.find(({ id }) => id === wangFamily)?.erased, { on: today })
      for (const start of [newReplica(gaoqiao), before])
        same((await pullAll(under, zhouMin, start)).checksum, whole?.checksumTeam)
      same((await under.logs.store.changesAfter(gaoqiao, 0, 99))?.changes.length, 7)
      const cadres = (await ask(under, liuYulan)).villages[0]?.answer
      same(cadres?.is === 'states' && cadres.households.find(({ id }) => id === wangFamily)?.facts, [])
    },
  },
  {
    name: '[S15] [S19] who cannot fold what came since takes the states: an erased body, a kind of a later wire',
    prove: async under => {
      await send(under, zhouMin, register(), register({ household: fuFamily }, '付远志'))
      const old = await pullAll(under, zhouMin, newReplica(gaoqiao), 1)
      await send(under, liuWenqing, erase())
      const answer = (await ask(under, zhouMin, at(2), 1)).villages[0]?.answer
      same([answer?.is, answer?.is === 'states' && answer.whole], ['states', false])
      const now = await pullAll(under, zhouMin, old, 1)
      same(now.checksum, (await under.logs.store.statesAfter(gaoqiao, 0))?.checksumTeam)
    },
  },
  {
    name: '[S15] a snapshot read before an erasure is not kept after it',
    prove: async under => {
      await send(under, zhouMin, register(), register({ household: fuFamily }, '付远志'))
      await send(under, liuWenqing, erase())
      await under.logs.store.keepSnapshot(gaoqiao, 2, ['b2xk'])
      same(await under.logs.store.snapshots(gaoqiao), [])
    },
  },
  {
    name: '[H2] [S7] [S15] advice that is over is gone from log and snapshots; what followed from it stays; the fold is the same',
    prove: async under => {
      const planned = change('visit.plan', { ...plannedFor, on: today })
      const said = change('advice.give', { ...adviceOf('天擦黑再去'), saidOn: addDays(today, -1) })
      await send(under, zhouMin, register(), planned)
      const old = await pullAll(under, zhouMin, newReplica(gaoqiao))
      await send(under, liuYulan, said)
      const before = await pullAll(under, zhouMin, old)
      await pullAll(under, zhouMin, newReplica(gaoqiao))
      await send(under, zhouMin, record)
      const expire = (at: Instant) => expireAdvice(under.logs, gaoqiao, { now: at, newId: nextId })
      same(await expire(now), 0)
      const tomorrow = minutesLater(60 + 24 * 60)
      same([await expire(tomorrow), await expire(tomorrow)], [1, 0])
      same((await under.everything()).includes('天擦黑'), false)
      await under.logs.store.keepSnapshot(gaoqiao, 4, ['b2xk'])
      same(await under.logs.store.snapshots(gaoqiao), [])
      const whole = await under.logs.store.statesAfter(gaoqiao, 0)
      const visit = whole?.states[0]?.visits[0]
      same([visit?.askedOn, visit?.advice], [addDays(today, -1), []])
      same(visit?.outcome.is === 'held' && visit.outcome.unready, [])
      for (const start of [newReplica(gaoqiao), old, before])
        for (const wire of [1, 2])
          same((await pullAll(under, zhouMin, start, wire)).checksum, whole?.checksumTeam)
    },
  },
  {
    name: '[H2] nobody takes advice away that still holds, nor says of it what is not so',
    prove: async under => {
      const planned = change('visit.plan', { ...plannedFor, on: today })
      await send(under, zhouMin, register(), planned, change('advice.give', adviceOf('天擦黑再去')))
      const over = { visit, saidBefore: today, askedOn: today, unready: null }
      same((await send(under, zhouMin, change('advice.expire', over))).map(word), ['not-your-act'])
      same((await send(under, liuWenqing, change('advice.expire', over))).map(word), ['advice-standing'])
      await send(under, zhouMin, record)
      const tomorrow = minutesLater(60 + 24 * 60)
      const untrue = change(
        'advice.expire',
        { ...over, unready: ['purpose-missing'] },
        { happenedAt: tomorrow },
      )
      const pushed = [{ change: untrue, diary: null }]
      const sender = { actor: liuWenqing, device, now: tomorrow }
      same((await append(under.logs, gaoqiao, { pushed, broken: [] }, sender)).map(word), ['advice-standing'])
      same((await under.everything()).includes('天擦黑'), true)
    },
  },
  {
    name: '[S5] a refused change goes to a colleague of the team with its story, once, however often it is said',
    prove: async under => {
      const { id } = record
      const pushed = [{ change: record, diary: '还没登记的一家' }]
      await append(under.logs, gaoqiao, { pushed, broken: [] }, { actor: zhouMin, device, now })
      const give = (to: Actor, by = zhouMin) =>
        ask(under, by, { handOver: [{ change: id, village: gaoqiao, to: to.id, diary: '还没登记的一家' }] })
      same((await give(stranger)).handedOver, [{ id, ok: false }])
      same((await give(tianJianguo, heLan)).handedOver, [{ id, ok: false }])
      same((await give(tianJianguo)).handedOver, [{ id, ok: true }])
      same((await give(tianJianguo)).handedOver, [{ id, ok: true }])
      const [handed] = (await ask(under, tianJianguo)).handed
      same(
        [handed?.change.id, handed?.diary, handed?.because, handed?.from],
        [id, '还没登记的一家', 'unknown-household', { id: zhouMin.id, name: zhouMin.name }],
      )
      same((await ask(under, heLan)).handed, [])
      same((await ask(under, tianJianguo, { taken: [id] })).handed, [])
      same((await under.everything()).includes('还没登记的一家'), false)
      same((await give(tianJianguo)).handedOver, [{ id, ok: true }])
      same((await ask(under, tianJianguo)).handed, [])
      same((await give(heLan, tianJianguo)).handedOver, [{ id, ok: true }])
      same((await give(tianJianguo)).handedOver, [{ id, ok: true }])
      same(
        (await ask(under, heLan)).handed.map(({ from }) => from.name),
        [tianJianguo.name],
      )
    },
  },
  {
    name: 'the team of today is told, without who asks; nothing of it to a cadre',
    prove: async under => {
      await send(under, zhouMin, register())
      const names = async (actor: Actor) =>
        (await ask(under, actor)).villages[0]?.colleagues.map(({ name }) => name).toSorted()
      same(await names(zhouMin), [heLan.name, tianJianguo.name].toSorted())
      same(await names(liuYulan), [])
    },
  },
  {
    name: '[S2] a transaction that fails leaves nothing of itself behind',
    prove: async under => {
      await send(under, zhouMin, register())
      const failed = await under.logs.store
        .transact(gaoqiao, async tx => {
          await tx.erase([wangFamily])
          throw new Error('cut')
        })
        .then(
          () => false,
          () => true,
        )
      same(failed, true)
      same((await under.everything()).includes('王守田'), true)
      same((await send(under, zhouMin, raise())).map(word), [2])
    },
  },
]

const learn = (value: string) =>
  change('household.learn', {
    facts: [{ key: 'telephone', value, source: 'household', learnedOn: asDay('2026-04-16'), until: null }],
  })

const word = (verdict: SyncAnswer['verdicts'][number]) => (verdict.ok ? verdict.seq : verdict.because)

function same(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)]
  if (one !== other) throw new Error(`found ${one}, expected ${other}`)
}
