import type { Clause } from '../clauses.ts'
import { conceptsIn, isThing } from './concepts.ts'

/** A sign of the text, as a number below `signRange`: what is seen in and around a clause. */
export type Sign = number

export const signRange = 1 << 17

/** The number of a sign: different signs seldom share one. */
export function signOf(kind: string, words: string): Sign {
  let mixed = begun(kind)
  for (let at = 0; at < words.length; at += 1) mixed = mixedWith(mixed, words.charCodeAt(at))
  return ended(mixed)
}

/** Runs of one to `longest` signs of the words, their beginning and end marked. */
export function runsOf(kind: string, words: string, longest: number): Sign[] {
  const marked = `^${words}$`
  const first = begun(kind)
  const found: Sign[] = []
  for (let at = 0; at < marked.length; at += 1) {
    let mixed = first
    for (let place = at; place < Math.min(at + longest, marked.length); place += 1) {
      mixed = mixedWith(mixed, marked.charCodeAt(place))
      found.push(ended(mixed))
    }
  }
  return found
}

const mixedWith = (mixed: number, code: number): number => Math.imul(mixed ^ code, 0x01000193)

function begun(kind: string): number {
  let mixed = 0x811c9dc5
  for (let at = 0; at < kind.length; at += 1) mixed = mixedWith(mixed, kind.charCodeAt(at))
  return mixedWith(mixed, 0x3f)
}

const ended = (mixed: number): Sign => (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 7) & (signRange - 1)

/** What is seen of a clause: `near`, itself; `far`, its neighbours, for what only they explain. */
export type Seen = { readonly near: readonly Sign[]; readonly far: readonly Sign[] }

/** What is seen of every clause of a diary: its words, its concepts, its place, and what the rules noted. */
export function seenIn(clauses: readonly Clause[], notes: readonly (readonly string[])[]): readonly Seen[] {
  const concepts = clauses.map(clause => conceptsIn(clause.text))
  return clauses.map((clause, at) => {
    const near = new Set([
      ...runsOf('o', plain(clause.text), 2),
      ...conceptSigns(concepts, at, beside(clause, clauses[at - 1])),
      ...placeSigns(clauses, at),
      ...noteSigns(clauses, notes, at),
    ])
    const far = new Set(neighbourSigns(clauses, concepts, at))
    return { near: [...near], far: [...far].filter(sign => !near.has(sign)) }
  })
}

function noteSigns(clauses: readonly Clause[], notes: readonly (readonly string[])[], at: number): Sign[] {
  const clause = clauses[at]
  if (!clause) return []
  return [
    ...(notes[at] ?? []).map(note => signOf('n', note)),
    ...(notes[at - 1] ?? []).map(note => signOf(`nb${beside(clause, clauses[at - 1])}`, note)),
    ...(notes[at + 1] ?? []).map(note => signOf(`na${beside(clause, clauses[at + 1])}`, note)),
    ...(notes[at + 2] ?? []).map(note => signOf('nA', note)),
  ]
}

function neighbourSigns(
  clauses: readonly Clause[],
  concepts: readonly (readonly string[])[],
  at: number,
): Sign[] {
  const clause = clauses[at]
  if (!clause) return []
  const before = beside(clause, clauses[at - 1])
  const after = beside(clause, clauses[at + 1])
  return [
    ...runsOf(`b${before}`, plain(clauses[at - 1]?.text ?? ''), 1),
    ...runsOf(`a${after}`, plain(clauses[at + 1]?.text ?? ''), 1),
    ...(concepts[at - 1] ?? []).map(one => signOf(`cb${before}`, one)),
    ...(concepts[at + 1] ?? []).map(one => signOf(`ca${after}`, one)),
    ...(concepts[at + 2] ?? []).map(one => signOf('cA', one)),
  ]
}

const plain = (words: string): string => words.replaceAll(/\d+/gu, '0')

/** How a clause stands to another: in its sentence, in its line, or apart. */
function beside(clause: Clause, other: Clause | undefined): string {
  if (!other) return '-'
  if (other.sentence === clause.sentence) return 's'
  return other.line === clause.line ? 'l' : 'n'
}

/** The concepts of a clause, in pairs too; a thing named just before pairs with what is wrong here. */
function conceptSigns(concepts: readonly (readonly string[])[], at: number, before: string): Sign[] {
  const own = concepts[at] ?? []
  const found = own.flatMap(one => [
    signOf('c', one),
    ...own.filter(other => one < other).map(other => signOf('cc', `${one} ${other}`)),
  ])
  if (before === 's')
    for (const thing of (concepts[at - 1] ?? []).filter(isThing))
      found.push(...own.filter(one => !isThing(one)).map(one => signOf('cx', `${thing} ${one}`)))
  return own.some(isThing) ? found : [...found, signOf('c', 'no thing')]
}

function placeSigns(clauses: readonly Clause[], at: number): Sign[] {
  const clause = clauses[at]
  const length = clause?.text.length ?? 0
  const size = [3, 5, 8, 12, 18].filter(most => length >= most).length
  return [
    signOf('p', 'every'),
    signOf('p', `after ${clause?.after ?? ''}`),
    signOf('p', `next ${clauses[at + 1]?.after ?? ''}`),
    signOf('p', `size ${String(size)}`),
    signOf('p', `spoken ${String(clause?.spoken)}`),
    signOf('p', at === 0 ? 'first' : 'within'),
  ]
}
