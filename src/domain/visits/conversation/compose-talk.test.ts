import { expect, test } from 'vitest'
import { addDays, asDay } from '#domain/base/days.ts'
import { addressOf } from './address.ts'
import { composeTalk } from './compose-talk.ts'
import { faultsOfLine, faultsOfTalk } from './lint-talk.ts'
import { peopleOpeners } from './people-openers.ts'
import { advices, praises } from './praise.ts'
import { seasonOpeners } from './season-openers.ts'
import type { TalkOccasion } from './talk-occasion.ts'

const occasion: TalkOccasion = {
  headName: '王守田',
  members: [
    { name: '王守田', relation: '户主', birthYear: 1954, gender: 'male' },
    { name: '李桂香', relation: '妻子', birthYear: 1956 },
    { name: '王子轩', relation: '孙子', birthYear: 2016 },
  ],
  group: '三组',
  visitOn: asDay('2026-04-17'),
  knownFacts: [
    { key: 'hearing', value: '左耳背' },
    { key: 'away', value: '儿子儿媳在东莞' },
  ],
  leaveAlone: true,
  seed: 'visit-1',
}

const allLines = [...seasonOpeners, ...peopleOpeners, ...praises, ...advices]
const opened = (of: TalkOccasion) => composeTalk(of).openers.map(line => line.id)

test('[H7] the card says how to address them, kin-like, by age', () => {
  expect(composeTalk(occasion).addresses.map(one => one.zh)).toEqual(['守田叔', '桂香婶'])
})

test('[H7] the card has two openers, one praise, one asking of advice and the season', () => {
  const talk = composeTalk(occasion)
  expect(talk.openers).toHaveLength(2)
  expect(praises.map(line => line.id)).toContain(talk.praise.id)
  expect(advices.map(line => line.id)).toContain(talk.advice.id)
  expect(talk.season).toEqual({ lunar: '三月初一', next: { term: '谷雨', inDays: 3 } })
})

test('[H7] a topic to leave alone is named without its content, and only when there is one', () => {
  expect(composeTalk(occasion).leaveAlone?.zh).toContain('有个话题不主动提')
  expect(composeTalk({ ...occasion, leaveAlone: false }).leaveAlone).toBeNull()
})

test('[H7] who hears badly on the left is spoken to from the right', () => {
  expect(composeTalk(occasion).manners.map(one => one.zh)).toEqual(['坐右手边，慢慢说。'])
})

test('[H7] the same visit gives the same card, and what was said last time is not said again', () => {
  expect(composeTalk(occasion)).toEqual(composeTalk({ ...occasion }))
  for (let days = 1; days <= 40; days += 1) {
    const lastTalkOn = addDays(occasion.visitOn, -days)
    const before = opened({ ...occasion, visitOn: lastTalkOn })
    expect(opened({ ...occasion, lastTalkOn }).filter(id => before.includes(id))).toEqual([])
  }
})

test('[H7] different visits open differently', () => {
  const pairs = new Set(
    Array.from({ length: 30 }, (_, at) => opened({ ...occasion, seed: `visit-${at}` }).join(' ')),
  )
  expect(pairs.size).toBeGreaterThan(5)
})

test('[H7] there are at least forty openers, each once', () => {
  expect(seasonOpeners.length + peopleOpeners.length).toBeGreaterThanOrEqual(40)
  expect(new Set(allLines.map(line => line.id)).size).toBe(allLines.length)
})

test('[H7] no line asks for facts, raises trouble or sounds like a form', () => {
  expect(allLines.flatMap(line => faultsOfLine(line).map(fault => `${line.id}: ${fault}`))).toEqual([])
})

test('[H7] the linter refuses an interrogation', () => {
  const line = (zh: string) => faultsOfLine({ id: 'x', zh, en: 'x' })
  expect(line('家里几口人？收入多少？')).toEqual(['two-questions', 'asks-for-facts'])
  expect(line('有什么困难？')).toEqual(['raises-trouble'])
  expect(line('请配合登记一下。')).toEqual(['form-word'])
})

test('[H7] no card of any day of the year is a list of questions, and no name is left blank', () => {
  for (let days = 0; days < 366; days += 1) {
    const visitOn = addDays(asDay('2026-01-01'), days)
    for (const members of [occasion.members, occasion.members.slice(0, 1), []]) {
      const talk = composeTalk({ ...occasion, members, visitOn, seed: `visit-${days}` })
      expect(faultsOfTalk(talk)).toEqual([])
      expect(JSON.stringify(talk)).not.toContain('{child}')
    }
  }
})

test('[H7] kin words follow age, custom and what is known of the person', () => {
  const zh = (name: string, birthYear: number | null, relation: string, custom?: 'hubei') =>
    addressOf({ name, birthYear, relation }, 2026, custom).zh
  expect(zh('张秀英', 1940, '母亲')).toBe('张奶奶')
  expect(zh('张秀英', 1940, '母亲', 'hubei')).toBe('张婆')
  expect(zh('王强', 1985, '儿子')).toBe('王哥')
  expect(zh('欧阳建国', 1968, '丈夫')).toBe('建国叔')
  expect(zh('王子轩', 2016, '孙子')).toBe('子轩')
  expect(zh('老王', 1950, '户主')).toBe('老王')
  expect(zh('赵某', null, '户主')).toBe('赵某')
})
