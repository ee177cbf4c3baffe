import { expect, test } from 'vitest'
import { desk as deskEn } from './words/en/desk.ts'
import { inner as innerEn } from './words/en/inner.ts'
import { parts as partsEn } from './words/en/parts.ts'
import { phone as phoneEn } from './words/en/phone.ts'
import { desk as deskZh } from './words/zh-CN/desk.ts'
import { inner as innerZh } from './words/zh-CN/inner.ts'
import { parts as partsZh } from './words/zh-CN/parts.ts'
import { phone as phoneZh } from './words/zh-CN/phone.ts'

const chinese = { phone: { ...phoneZh, ...innerZh }, desk: deskZh, parts: partsZh }
const english = { phone: { ...phoneEn, ...innerEn }, desk: deskEn, parts: partsEn }

/** Every sentence with its place; one with counts and names in it is said with '3', which stands for both. */
function sentencesOf(words: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[place, words]]
  if (typeof words === 'function') return isOfDays(place) ? [] : [[place, sayWith(words)]]
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, inside]) => sentencesOf(inside, `${place}.${key}`))
}

const isOfDays = (place: string): boolean => place.startsWith('phone.days.')

// A name, a count, or a list of names at each place; the first that fits is said.
const givens: readonly (readonly unknown[])[] = [
  ['3', '3', '3', '3'],
  [['3'], '3', '3'],
  ['3', ['3'], '3'],
  ['3', '3', ['3']],
]

function sayWith(words: object): string {
  const say = words as (...given: readonly unknown[]) => unknown // it was a function a line before
  for (const given of givens) {
    try {
      return String(say(...given))
    } catch {
      // Something else is asked for at one of the places.
    }
  }
  throw new Error(`nothing fits ${String(say)}`)
}

/** Lines of an expression as the office writes them, with the words of categories as they are kept: no sentences. */
const isExpression = ([place]: readonly [string, string]): boolean =>
  place.startsWith('desk.policies.factLines.')

const sentences = (words: object) => all(words).filter(one => !isExpression(one))

const all = (words: object) => Object.entries(words).flatMap(([name, area]) => sentencesOf(area, name))

const SLOGANS = /系统|数据|用户|提交|操作|失败|赋能|闭环|销号|建档|群众满意度|超期|确定要|！|!/

test('no sentence speaks like an office: none of the words that are never said, no exclamation mark', () => {
  expect(sentences(chinese).filter(([, sentence]) => SLOGANS.test(sentence))).toEqual([])
  expect(
    sentences(english).filter(([, sentence]) => /!|\b(user|data|submit|failed|error)\b/i.test(sentence)),
  ).toEqual([])
})

test('every sentence is there in both languages, and English has no Chinese left in it', () => {
  const places = (words: object) => all(words).map(([place]) => place)
  expect(places(english)).toEqual(places(chinese))
  expect(all(chinese).filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  const left = sentences(english).filter(([, sentence]) => /[\u3400-\u9fff]/.test(sentence))
  expect(left.map(([place]) => place)).toEqual(['phone.me.languages.zh-CN'])
})

test('villagers and households are 您, colleagues are 你: only what is said to a family or asked of a cadre says 您', () => {
  const polite = all(chinese).filter(([, sentence]) => sentence.includes('您'))
  for (const [place] of polite) expect(place).toMatch(/^(phone\.(advice|talk)|parts)\./)
})
