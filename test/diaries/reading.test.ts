import { expect, test } from 'vitest'
import { asDay } from '#domain/base/days.ts'
import { readDiary } from '#domain/reading/read-diary.ts'
import { diariesOf, linesOf, ratesOf } from './rates.ts'

const visitedOn = asDay('2026-04-01')

/** What may not be fallen below: a little under what was reached, see docs/decisions/0010. */
const floors = {
  'dev.jsonl': { need: 0.94, promise: 0.95, 'policy-question': 0.92, fact: 0.94, sensitive: 0.97, all: 0.95 },
  'aside.jsonl': {
    need: 0.73,
    promise: 0.91,
    'policy-question': 0.78,
    fact: 0.68,
    sensitive: 0.84,
    all: 0.78,
  },
  'aside-2.jsonl': {
    need: 0.82,
    promise: 0.94,
    'policy-question': 0.7,
    fact: 0.62,
    sensitive: 0.92,
    all: 0.83,
  },
  'own.jsonl': { need: 0.84, promise: 0.93, 'policy-question': 0.88, fact: 0.88, sensitive: 0.97, all: 0.89 },
} as const

for (const [name, floor] of Object.entries(floors)) {
  test(`[H9] the reader proposes what a careful reader would, in ${name}`, () => {
    const rates = ratesOf(name)
    const fallen = Object.entries(floor).filter(([kind, least]) => (rates.get(kind)?.f1 ?? 0) < least)
    expect(fallen.map(([kind]) => [kind, rates.get(kind)])).toEqual([])
  })
}

test('[H9] of the promises in diaries never learned from, seventeen in twenty are found, and as many of the found are right', () => {
  const promises = ratesOf('aside.jsonl').get('promise')
  expect(promises?.precision).toBeGreaterThanOrEqual(0.85)
  expect(promises?.recall).toBeGreaterThanOrEqual(0.85)
})

test('[H9] every finding is linked to the words it came from', () => {
  for (const { text, visitedOn: day } of [...diariesOf('dev.jsonl'), ...diariesOf('aside.jsonl')]) {
    for (const { quote, start, end } of readDiary(text, asDay(day))) {
      expect(quote).not.toBe('')
      expect(text.slice(start, end)).toBe(quote)
    }
  }
})

test('[H9] where nothing is needed, nothing is proposed', () => {
  const needed = linesOf('quiet.txt').filter(line =>
    readDiary(`今天去他家坐了坐。${line}太阳落山才走。`, visitedOn).some(one => one.kind === 'need'),
  )
  expect(needed.length).toBeLessThanOrEqual(6)
})

test('[H9] nine in ten troubles are heard in whatever words, eight in ten in the right category', () => {
  const lines = linesOf('troubles.tsv').map(line => line.split('\t'))
  const read = lines.map(([category = '', words = '']) => {
    const needs = readDiary(`今天去他家。他说${words}。坐了一会儿。`, visitedOn).filter(
      one => one.kind === 'need',
    )
    return { one: needs.length === 1, category: needs[0]?.category === category }
  })
  expect(read.filter(({ one }) => one).length / read.length).toBeGreaterThan(0.9)
  expect(read.filter(({ category }) => category).length / read.length).toBeGreaterThan(0.8)
})
