import type { Clause } from '../clauses.ts'
import type { Seen } from './signs.ts'
import { emptySums, sumsOf, type Learned } from './weights.ts'

/** The kinds of findings that one chain looks for together, so that each knows of the others. */
export const chainNames = ['need', 'promise', 'question', 'fact', 'old'] as const
export type ChainName = (typeof chainNames)[number]

/** Clauses that make one finding, by their numbers. */
export type Stretch = { readonly first: number; readonly last: number }

const kinds = chainNames.length

/**
 * What a clause can be: nothing, with the kind found last (a promise is likelier after a need than after a promise);
 * the beginning of a finding; its going on. Numbered: nothing yet, nothing after each kind, begins each, goes on each.
 */
export const states = 1 + 3 * kinds
export const nothingAfter = (kind: number): number => (kind < 0 ? 0 : 1 + kind)
export const begins = (kind: number): number => 1 + kinds + kind
export const goesOn = (kind: number): number => 1 + 2 * kinds + kind

/** What signs speak for: nothing whatever came before, the beginning of each kind, its going on. */
export const answers = 1 + 2 * kinds
export const answerOfState = (state: number): number => (state <= kinds ? 0 : state - kinds)

/** Only these look at their neighbours' words too. */
export const farAnswers: readonly number[] = ['question', 'old'].flatMap(name => {
  const kind = chainNames.findIndex(one => one === name)
  return [answerOfState(begins(kind)), answerOfState(goesOn(kind))]
})

/** From which state to which one clause leads to the next. */
export const steps: readonly (readonly [number, number])[] = [
  [0, 0],
  ...Array.from({ length: kinds }, (_, kind) => kind).flatMap((kind): [number, number][] => [
    ...Array.from({ length: states }, (_, from): [number, number] => [from, begins(kind)]),
    [begins(kind), goesOn(kind)],
    [goesOn(kind), goesOn(kind)],
    [begins(kind), nothingAfter(kind)],
    [goesOn(kind), nothingAfter(kind)],
    [nothingAfter(kind), nothingAfter(kind)],
  ]),
]

/** The states a diary may begin with. */
export const firstStates: readonly number[] = [0, ...chainNames.map((_, kind) => begins(kind))]

/** How a clause is parted from the one before: within the sentence, by a full stop, by a line's end, by a semicolon. */
export function partingOf(clause: Clause, before: Clause | undefined): number {
  if (!before || (clause.line === before.line && clause.sentence === before.sentence)) return 0
  if (clause.line !== before.line) return 2
  return /[；;]/u.test(clause.after) ? 3 : 1
}
export const partings = 4

/** The stretches of a diary that the chain proposes, by kind: the likeliest run of states over all clauses. */
export function stretchesIn(
  clauses: readonly Clause[],
  seen: readonly Seen[],
  chain: Learned,
): ReadonlyMap<ChainName, readonly Stretch[]> {
  const found = new Map<ChainName, Stretch[]>(chainNames.map(name => [name, []]))
  statesOf(clauses, seen, chain).forEach((state, at) => {
    chainNames.forEach((name, kind) => {
      const stretches = found.get(name)
      const last = stretches?.at(-1)
      if (state === begins(kind)) stretches?.push({ first: at, last: at })
      if (state === goesOn(kind) && stretches && last)
        stretches[stretches.length - 1] = { first: last.first, last: at }
    })
  })
  return found
}

const impossible = -1e9

function statesOf(clauses: readonly Clause[], seen: readonly Seen[], chain: Learned): readonly number[] {
  const from: Int8Array[] = []
  let sums = new Float64Array(states).fill(impossible)
  seen.forEach((one, at) => {
    const spoken = spokenFor(one, chain)
    const before = sums
    const back = new Int8Array(states)
    sums = new Float64Array(states).fill(impossible)
    const worth = partingOf(clauses[at] ?? noClause, clauses[at - 1]) * steps.length
    if (at === 0) for (const state of firstStates) sums[state] = 0
    else
      steps.forEach(([start, end], step) => {
        const sum = (before[start] ?? impossible) + (chain.byStep[worth + step] ?? 0)
        if (sum <= (sums[end] ?? impossible)) return
        sums[end] = sum
        back[end] = start
      })
    for (let state = 0; state < states; state += 1)
      sums[state] = (sums[state] ?? impossible) + (spoken[answerOfState(state)] ?? 0)
    from.push(back)
  })
  return walkedBack(sums, from)
}

const noClause: Clause = { text: '', start: 0, end: 0, sentence: 0, line: 0, after: '', spoken: false }

/** How much is seen for each answer. */
function spokenFor({ near, far }: Seen, chain: Learned): Float64Array {
  const spoken = emptySums(chain)
  sumsOf(near, chain, spoken)
  const wide = emptySums(chain)
  sumsOf(far, chain, wide)
  for (const answer of farAnswers) spoken[answer] = (spoken[answer] ?? 0) + (wide[answer] ?? 0)
  chain.boldness.forEach((bold, kind) => {
    const answer = answerOfState(begins(kind))
    spoken[answer] = (spoken[answer] ?? 0) + bold
  })
  return spoken
}

function walkedBack(sums: Float64Array, from: readonly Int8Array[]): readonly number[] {
  let state = sums.indexOf(Math.max(...sums))
  const walked: number[] = []
  for (let at = from.length - 1; at >= 0; at -= 1) {
    walked.push(state)
    state = from[at]?.[state] ?? 0
  }
  return walked.toReversed()
}

/** A semicolon or a line's end parts one finding from the next, whatever the chain says. */
export function partedAt(stretch: Stretch, parts: (at: number) => boolean): readonly Stretch[] {
  const parted: Stretch[] = []
  let first = stretch.first
  for (let at = stretch.first + 1; at <= stretch.last; at += 1) {
    if (!parts(at)) continue
    parted.push({ first, last: at - 1 })
    first = at
  }
  return [...parted, { first, last: stretch.last }]
}
