import { readFileSync } from 'node:fs'
import type { Label, LabelledDiary } from './corpus.ts'

/** A phrase of a list, under the heading it stands under. */
type Phrase = { readonly head: string; readonly words: string }
type Piece = { readonly text: string; readonly findings: readonly Label[] }

const names = [
  'troubles',
  'policy',
  'quiet',
  'promises',
  'nopromises',
  'questions',
  'nonquestions',
  'facts',
  'old',
  'leads',
  'tails',
  'mends',
] as const
type ListName = (typeof names)[number]

/** Figures that look thrown, the same every time. */
export const figures = (seed: number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map(one => ({ one, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ one }) => one)
}

/** Diaries put together from the phrases of `words/`: every phrase comes once before any comes again. */
export function madeDiaries(count: number, seed: number): readonly LabelledDiary[] {
  const maker = makerOf(seed)
  return Array.from({ length: count }, (_, at) => {
    const pieces = Array.from({ length: 3 + Math.floor(maker.random() * 6) }, () => pieceOf(maker))
    const lines = maker.random() < 0.1
    return {
      id: `made-${String(at)}`,
      visitedOn: '2026-03-18',
      text: pieces.map(one => one.text + (lines ? '\n' : stop(maker))).join(''),
      findings: pieces.flatMap(one => one.findings),
    }
  })
}

type Maker = { readonly random: () => number; readonly draw: (name: ListName) => Phrase }

function makerOf(seed: number): Maker {
  const random = figures(seed)
  const lists = new Map(names.map(name => [name, phrasesOf(name)]))
  const decks = new Map<ListName, Phrase[]>()
  const draw = (name: ListName): Phrase => {
    const deck = decks.get(name)?.length ? decks.get(name) : shuffled(lists.get(name) ?? [], random)
    const one = deck?.pop()
    if (deck) decks.set(name, deck)
    return one ?? { head: '', words: '' }
  }
  return { random, draw }
}

/** A list has headings (`# …`) and phrases between semicolons; leads and tails may be empty. */
function phrasesOf(name: ListName): readonly Phrase[] {
  const text = readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8')
  let head = ''
  const listed = name === 'troubles' ? listedTroubles() : []
  const read = text.split('\n').flatMap(line => {
    if (line.startsWith('# ')) {
      head = line.slice(2).trim()
      return []
    }
    const words = line.split('；')
    return words
      .filter(one => one !== '' || name === 'leads' || name === 'tails')
      .map(one => ({ head, words: one }))
  })
  return [...read, ...listed]
}

/** The troubles that tests hold the reader to. */
const listedTroubles = (): readonly Phrase[] =>
  readFileSync(new URL('../../../test/diaries/troubles.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split('\t'))
    .map(([head = '', words = '']) => ({ head, words }))

function pieceOf(maker: Maker): Piece {
  const thrown = maker.random()
  if (thrown < 0.34) return trouble(maker)
  if (thrown < 0.62) return plain(maker, 'quiet')
  if (thrown < 0.7) return question(maker)
  if (thrown < 0.8) return fact(maker)
  if (thrown < 0.82) return plain(maker, 'nonquestions')
  if (thrown < 0.88) return plain(maker, 'nopromises')
  return thrown < 0.96 ? promise(maker) : old(maker)
}

const plain = ({ draw }: Maker, name: ListName): Piece => ({ text: draw(name).words, findings: [] })

const stop = ({ random }: Maker): string => (random() < 0.75 ? '。' : random() < 0.5 ? '，' : '；')

/** A trouble, with what leads to it, what follows, and a promise about it or how it was settled. */
function trouble(maker: Maker): Piece {
  const ruled = maker.random() < 0.08
  const { head, words } = maker.draw(ruled ? 'policy' : 'troubles')
  const quote = words.replace('*', '')
  const level = ruled ? 'policy' : words.startsWith('*') ? 'shared' : 'household'
  const done = maker.random() < 0.15 && head !== '基础设施' && !ruled
  const need = { kind: 'need', category: head, quote, level, done }
  const text = lead(maker) + quote + tail(maker)
  const between = maker.random() < 0.5 ? '，' : '。'
  if (done) return { text: text + between + maker.draw('mends').words, findings: [need] }
  if (maker.random() >= 0.35) return { text, findings: [need] }
  const promised = promise(maker)
  return { text: text + between + promised.text, findings: [need, ...promised.findings] }
}

function lead({ random, draw }: Maker): string {
  const { words } = draw('leads')
  if (words === '') return ''
  return words.endsWith('说')
    ? words + (random() < 0.5 ? '，' : '')
    : words.replace(/(?<![：、.]|是)$/u, '，')
}

function tail({ draw }: Maker): string {
  const { words } = draw('tails')
  return words === '' ? '' : `，${words}`
}

function promise({ random, draw }: Maker): Piece {
  const { head, words } = draw('promises')
  const said = head === 'visitor' && random() < 0.5 ? '我说' : ''
  return { text: said + words, findings: [{ kind: 'promise', quote: words, by: head, dueOn: null }] }
}

const asking = '他问 她问 问 又问 想知道 问我 他媳妇问 老人问， 打听 还想晓得 他问： 不晓得 临走问'.split(' ')

function question({ random, draw }: Maker): Piece {
  const { words } = draw('questions')
  const asked = asking[Math.floor(random() * asking.length)] ?? ''
  const answered = random() < 0.2 ? '，我说我查了再回' : ''
  return { text: asked + words + answered, findings: [{ kind: 'policy-question', quote: words, topic: '' }] }
}

function fact({ draw }: Maker): Piece {
  const { head, words } = draw('facts')
  return { text: words, findings: [{ kind: 'fact', key: head, quote: words, value: words }] }
}

function old({ draw }: Maker): Piece {
  const { words } = draw('old')
  return { text: words, findings: [{ kind: 'old-matter', quote: words }] }
}
