import { readFileSync } from 'node:fs'
import type { LabelledDiary as Diary } from './corpus.ts'

const read = (name: string) => readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8')
const sections = (name: string): { head: string; words: string }[] => {
  let head = ''
  return read(name).split('\n').flatMap(line => {
    if (line.startsWith('# ')) { head = line.slice(2).trim(); return [] }
    return line.split('；').filter(w => w !== '' || name === 'leads' || name === 'tails').map(words => ({ head, words }))
  })
}
type Piece = { text: string; findings: any[] }
export function madeDiaries(count: number, seed: number): Diary[] {
  let state = seed
  const random = () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296 }
  const lists = Object.fromEntries(['troubles', 'policy', 'quiet', 'promises', 'nopromises', 'questions', 'nonquestions', 'facts', 'old', 'leads', 'tails', 'mends'].map(n => [n, sections(n)]))
  const decks = new Map<string, any[]>()
  /** Every line is drawn once before any is drawn again. */
  const draw = (name: string): { head: string; words: string } => {
    let deck = decks.get(name) ?? []
    if (deck.length === 0) {
      deck = [...lists[name]!]
      for (let i = deck.length - 1; i > 0; i -= 1) { const j = Math.floor(random() * (i + 1)); [deck[i], deck[j]] = [deck[j], deck[i]] }
    }
    const one = deck.pop()
    decks.set(name, deck)
    return one
  }
  const lead = () => { const w = draw('leads').words; return w === '' ? '' : /[：、.]$|是$|说$/u.test(w) ? (random() < 0.5 || !/说$/u.test(w) ? w : `${w}，`) : `${w}，` }
  const tail = () => { const w = draw('tails').words; return w === '' ? '' : `，${w}` }
  const stop = () => (random() < 0.75 ? '。' : random() < 0.5 ? '，' : '；')
  const promise = (): Piece => { const { head, words } = draw('promises'); return { text: (head === 'visitor' && random() < 0.5 ? '我说' : '') + words, findings: [{ kind: 'promise', quote: words, by: head, dueOn: null }] } }
  const trouble = (): Piece => {
    const policy = random() < 0.08
    const { head, words } = draw(policy ? 'policy' : 'troubles')
    const shared = words.startsWith('*')
    const quote = shared ? words.slice(1) : words
    const doneIt = random() < 0.15 && head !== '基础设施' && !policy
    const f = { kind: 'need', category: head, quote, level: policy ? 'policy' : shared ? 'shared' : 'household', done: doneIt }
    let text = lead() + quote + tail()
    const findings: any[] = [f]
    if (doneIt) text += (random() < 0.5 ? '，' : '。') + draw('mends').words
    else if (random() < 0.35) { const p = promise(); text += (random() < 0.5 ? '，' : '。') + p.text; findings.push(...p.findings) }
    return { text, findings }
  }
  const simple = (name: string): Piece => ({ text: draw(name).words, findings: [] })
  const question = (): Piece => {
    const { words } = draw('questions')
    const before = ['他问', '她问', '问', '又问', '想知道', '问我', '他媳妇问', '老人问，', '打听', '还想晓得', '他问：', '不晓得', '临走问']
    return { text: before[Math.floor(random() * before.length)] + words + (random() < 0.2 ? '，我说我查了再回' : ''), findings: [{ kind: 'policy-question', quote: words, topic: '' }] }
  }
  const fact = (): Piece => { const { head, words } = draw('facts'); return { text: words, findings: [{ kind: 'fact', key: head, quote: words, value: '' }] } }
  const old = (): Piece => { const { words } = draw('old'); return { text: words, findings: [{ kind: 'old-matter', quote: words }] } }
  return Array.from({ length: count }, (_, n) => {
    const pieces: Piece[] = []
    const size = 3 + Math.floor(random() * 6)
    for (let i = 0; i < size; i += 1) {
      const r = random()
      pieces.push(r < 0.34 ? trouble() : r < 0.62 ? simple('quiet') : r < 0.7 ? question() : r < 0.8 ? fact() : r < 0.82 ? simple('nonquestions') : r < 0.88 ? simple('nopromises') : r < 0.96 ? promise() : old())
    }
    const mark = random() < 0.1 ? '\n' : ''
    return { id: `m${n}`, visitedOn: '2026-03-18', text: pieces.map(p => p.text + (mark || stop())).join(''), findings: pieces.flatMap(p => p.findings) }
  })
}
