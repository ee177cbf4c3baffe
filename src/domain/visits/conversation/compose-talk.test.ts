import { expect, test } from 'vitest'
import { addDays, asDay, type Day } from '#domain/base/days.ts'
import { addressOf } from './address.ts'
import { composeTalk } from './compose-talk.ts'
import { questionsIn } from './lint-talk.ts'
import { shippedTalk } from './shipped/talk.ts'
import { kinIn } from './talk-line.ts'
import type { TalkOccasion } from './talk-occasion.ts'

const occasion: TalkOccasion = {
  headName: '王守田',
  members: [
    { name: '王守田', relation: '户主', birthYear: 1954, gender: 'male' },
    { name: '李桂香', relation: '妻子', birthYear: 1956 },
    { name: '王子轩', relation: '孙子', birthYear: 2016 },
  ],
  village: '420325102209',
  visitOn: asDay('2026-04-17'),
  talksOn: [],
  knownFacts: [
    { key: 'hearing', value: '左耳背' },
    { key: 'away', value: '儿子儿媳在东莞' },
  ],
  ownTrade: false,
  leaveAlone: true,
  seed: 'family-1',
}

const talkOf = (of: Partial<TalkOccasion> = {}) => composeTalk({ ...occasion, ...of }, shippedTalk)
const saidOf = (of: Partial<TalkOccasion> = {}) => {
  const { openers, praise, advice, topic } = talkOf(of)
  return [...openers, praise, advice, topic].flatMap(line => line?.id ?? [])
}
/** In some weeks only so few topics fit that one comes again. */
const isOnlyChoice = (id: string): boolean => idsOf('topic').includes(id)
const idsOf = (part: string) => shippedTalk.flatMap(line => (line.part === part ? [line.id] : []))

test('[H7] the card says how to address them, kin-like, by age', () => {
  expect(talkOf().addresses.map(one => one.zh)).toEqual(['守田叔', '桂香婶'])
})

test('[H7] the card has two openers, one praise, one asking of advice and the season', () => {
  const talk = talkOf()
  expect(talk.openers).toHaveLength(2)
  expect(idsOf('praise')).toContain(talk.praise?.id)
  expect(idsOf('advice')).toContain(talk.advice?.id)
  expect(talk.season).toEqual({ lunar: '三月初一', next: { term: '谷雨', inDays: 3 } })
})

test('[H7] a topic of theirs to leave alone is named without its content, and only when there is one', () => {
  expect(talkOf().leaveAlone?.zh).toContain('有个话题不主动提')
  expect(talkOf({ leaveAlone: false }).leaveAlone).toBeNull()
})

test('[H7] what is left alone in any such house comes from who lives there, never from a word about them', () => {
  const topics = new Set(
    Array.from({ length: 60 }, (_, days) => talkOf({ visitOn: addDays(occasion.visitOn, days) }).topic?.id),
  )
  expect(topics).toContain('grandchild-parents')
  expect(topics).not.toContain('alone-children')
  expect(talkOf({ knownFacts: [], members: [] }).topic).not.toBeNull()
})

test('[H7] who hears badly on the left is spoken to from the right', () => {
  expect(talkOf().manners.map(one => one.zh)).toEqual(['坐右手边，慢慢说。'])
})

test('[H7] the same visit gives the same card, and what was said in the last three talks is not said again', () => {
  expect(talkOf()).toEqual(talkOf())
  for (const apart of [1, 3, 9, 20]) {
    const talksOn: Day[] = []
    const cards: (readonly string[])[] = []
    for (let visit = 0; visit < 12; visit += 1) {
      const visitOn = addDays(asDay('2026-02-20'), visit * apart)
      const said = saidOf({ visitOn, talksOn })
      const lately = cards.slice(-3).flat()
      expect(said.filter(id => lately.includes(id) && !isOnlyChoice(id))).toEqual([])
      cards.push(said)
      talksOn.push(visitOn)
    }
  }
})

test('[H7] different visits, and different families on one day, open differently', () => {
  const pairs = (of: (at: number) => Partial<TalkOccasion>) =>
    new Set(Array.from({ length: 30 }, (_, at) => saidOf(of(at)).slice(0, 2).join(' '))).size
  expect(pairs(at => ({ seed: `family-${at}` }))).toBeGreaterThan(8)
  expect(pairs(at => ({ visitOn: addDays(occasion.visitOn, at) }))).toBeGreaterThan(8)
})

test('[H7] a first visit, a second and one after a long time open otherwise', () => {
  const opened = (talksOn: readonly Day[]) =>
    new Set(
      Array.from(
        { length: 40 },
        (_, at) => talkOf({ talksOn, seed: `family-${at}`, members: [] }).openers[1]?.id,
      ),
    )
  expect(opened([])).toContain('first-door')
  expect(opened([addDays(occasion.visitOn, -9)])).toContain('again-tea')
  expect(opened([addDays(occasion.visitOn, -9)])).not.toContain('first-door')
  expect(opened([addDays(occasion.visitOn, -90)])).toContain('long-time')
})

test('[H7] where the house stands and what they build up gives it lines of its own', () => {
  const advice = (of: Partial<TalkOccasion>) =>
    new Set(
      Array.from({ length: 60 }, (_, at) => talkOf({ ...of, members: [], seed: `family-${at}` }).advice?.id),
    )
  const byTea = [{ key: 'house-note', value: '茶园上头第二家' }]
  expect(advice({ knownFacts: byTea })).toContain('tea-soil')
  expect(advice({ ownTrade: true })).toContain('trade-advice')
  expect(advice({})).not.toContain('tea-soil')
})

test('[H7] a village is spoken to in its own words; the smaller area goes before the larger one', () => {
  const tea = { id: 'tea', part: 'season', zh: '茶采得怎么样？', en: '', terms: [], fits: [] } as const
  const local = [
    { area: '42', zh: '茶采得咋样？' },
    { area: '420325', zh: '茶掐得咋样？' },
  ]
  const said = (village: string) =>
    composeTalk({ ...occasion, village }, [{ ...tea, local }]).openers.map(({ zh, en }) => [zh, en])
  expect(said('420325102209')).toEqual([['茶掐得咋样？', '茶掐得咋样？']])
  expect(said('420106001001')[0]?.[0]).toBe('茶采得咋样？')
  expect(said('330106001001')[0]?.[0]).toBe('茶采得怎么样？')
})

test('[H7] both openers together are taken in at a glance, where a shorter one is left', () => {
  const signs = Array.from(
    { length: 366 },
    (_, days) =>
      talkOf({ visitOn: addDays(occasion.visitOn, days) })
        .openers.map(({ zh }) => zh)
        .join('').length,
  )
  expect(Math.max(...signs)).toBeLessThanOrEqual(28)
})

test('[H7] no card of any day of the year is a list of questions, lacks a line, or leaves a name blank', () => {
  for (let days = 0; days < 366; days += 1) {
    const visitOn = addDays(asDay('2026-01-01'), days)
    for (const members of [occasion.members, occasion.members.slice(0, 1), []]) {
      const talk = talkOf({ members, visitOn, seed: `family-${days}` })
      const lines = [...talk.openers, talk.praise, talk.advice, talk.topic]
      expect(lines.filter(line => line !== null)).toHaveLength(5)
      expect(lines.slice(0, 4).flatMap(line => questionsIn(line?.zh ?? '')).length).toBeLessThanOrEqual(3)
      expect(JSON.stringify(talk)).not.toContain('{child}')
    }
  }
})

test('[H7] kin words follow age, the place and what is known of the person', () => {
  const zh = (name: string, birthYear: number | null, relation: string, village = '110101') =>
    addressOf({ name, birthYear, relation }, 2026, kinIn(shippedTalk, village)).zh
  expect(zh('张秀英', 1940, '母亲')).toBe('张奶奶')
  expect(zh('张秀英', 1940, '母亲', '420106001001')).toBe('张婆')
  expect(zh('张守田', 1940, '父亲', '420106001001')).toBe('张爹')
  expect(zh('张守田', 1940, '父亲', '420325102209')).toBe('张爷')
  expect(zh('王强', 1985, '儿子')).toBe('王哥')
  expect(zh('欧阳建国', 1968, '丈夫')).toBe('建国叔')
  expect(zh('王子轩', 2016, '孙子')).toBe('子轩')
  expect(zh('老王', 1950, '户主')).toBe('老王')
  expect(zh('赵某', null, '户主')).toBe('赵某')
})
