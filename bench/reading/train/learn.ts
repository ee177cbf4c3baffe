import type { Finding } from '#domain/reading/finding.ts'
import {
  categoryAnswers,
  giverAnswers,
  keyAnswers,
  levelAnswers,
  saidBy,
  type LessonName,
  type Lessons,
} from '#domain/reading/learned/learned-reading.ts'
import { stretchSigns } from '#domain/reading/learned/stretch-signs.ts'
import {
  begins,
  chainNames,
  goesOn,
  nothingAfter,
  partingOf,
  type ChainName,
} from '#domain/reading/learned/tagging.ts'
import { unpack, type Kept } from '#domain/reading/learned/weights.ts'
import { stretchOf, type Example, type Label } from './corpus.ts'
import { fitChain, type Row } from './fit-chain.ts'
import { fitChoices, type Choice } from './fit.ts'
import { pack } from './pack.ts'

/** `most`: weights kept, the strongest first. */
type Question = {
  readonly kind: string
  readonly answers: readonly string[]
  readonly field: string
  readonly most: number
}
type QuestionName = Exclude<LessonName, 'chain'>

/** How boldly each kind is proposed, weighed on diaries of writers left out so that precision and recall are near each other. */
const boldness: Readonly<Record<ChainName, number>> = {
  need: 0.4,
  promise: 0.6,
  question: 0.8,
  fact: -0.7,
  old: 1,
}
const kindOf: Readonly<Record<ChainName, string>> = {
  need: 'need',
  promise: 'promise',
  question: 'policy-question',
  fact: 'fact',
  old: 'old-matter',
}
/** Where two labels share a clause, the first of these has it. */
const firstOf: readonly ChainName[] = ['need', 'promise', 'question', 'old', 'fact']
const chainMost = 62_000

const questions: Readonly<Record<QuestionName, Question>> = {
  category: { kind: 'need', answers: categoryAnswers, field: 'category', most: 30_000 },
  level: { kind: 'need', answers: levelAnswers, field: 'level', most: 4_000 },
  done: { kind: 'need', answers: ['false', 'true'], field: 'done', most: 3_000 },
  giver: { kind: 'promise', answers: giverAnswers, field: 'by', most: 3_000 },
  key: { kind: 'fact', answers: keyAnswers, field: 'key', most: 4_000 },
}

export type KeptLessons = Readonly<Record<LessonName, Kept>>

/** Learns everything the reader needs from labelled diaries; the same diaries give the same lessons. */
export function learn(examples: readonly Example[]): KeptLessons {
  const choice = (name: QuestionName): Kept => {
    const { answers, most } = questions[name]
    const choices = examples.flatMap(one => choicesIn(one, questions[name]))
    return { ...pack(fitChoices(choices, answers.length, 12), most, 'all'), boldness: [], byStep: [] }
  }
  return {
    chain: chainFrom(examples),
    category: choice('category'),
    level: choice('level'),
    done: choice('done'),
    giver: choice('giver'),
    key: choice('key'),
  }
}

function chainFrom(examples: readonly Example[]): Kept {
  const model = fitChain(examples.map(rowOf), 10)
  return {
    ...pack(model, chainMost, 'differences'),
    boldness: chainNames.map(name => boldness[name]),
    byStep: [...model.byStep].map(short),
  }
}

const short = (weight: number): number => Number(weight.toFixed(3))

export const unpackAll = (kept: KeptLessons): Lessons =>
  Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, unpack(one)])) as Lessons // the same names

function rowOf(example: Example): Row {
  const { clauses, seen, weight } = example
  return {
    near: seen.map(one => one.near),
    far: seen.map(one => one.far),
    states: statesOf(example),
    partings: clauses.map((clause, at) => partingOf(clause, clauses[at - 1])),
    weight,
  }
}

/** The right state of every clause, by its labels. */
function statesOf(example: Example): readonly number[] {
  const kinds = example.clauses.map(() => -1)
  const firsts = new Set<number>()
  for (const name of firstOf)
    for (const label of example.diary.findings) {
      const fits = label.kind === kindOf[name] && label.key !== 'telephone'
      const stretch = fits ? stretchOf(example, label) : null
      if (!stretch || kinds[stretch.first] !== -1) continue
      firsts.add(stretch.first)
      for (let at = stretch.first; at <= stretch.last && kinds[at] === -1; at += 1)
        kinds[at] = chainNames.indexOf(name)
    }
  let last = -1
  return kinds.map((kind, at) => {
    if (kind < 0) return nothingAfter(last)
    last = kind
    return firsts.has(at) ? begins(kind) : goesOn(kind)
  })
}

function choicesIn(example: Example, { kind, answers, field }: Question): readonly Choice[] {
  return example.diary.findings.flatMap(label => {
    const stretch = label.kind === kind ? stretchOf(example, label) : null
    const answer = answers.indexOf(String(label[field]))
    if (!stretch || answer < 0) return []
    const rule = ruleAt(example, stretch, label)
    const said = rule ? saidBy(rule) : ['nothing']
    const signs = stretchSigns(example.clauses, example.notes, stretch, said)
    return [{ signs, answer, weight: example.weight }]
  })
}

function ruleAt(
  { rules, clauses }: Example,
  { first, last }: { readonly first: number; readonly last: number },
  { kind }: Label,
): Finding | undefined {
  const [start, end] = [clauses[first]?.start ?? 0, clauses[last]?.end ?? 0]
  return rules.find(one => one.kind === kind && one.start < end && one.end > start)
}
