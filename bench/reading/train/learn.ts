import type { Finding } from '#domain/reading/finding.ts'
import {
  categoryAnswers,
  giverAnswers,
  keyAnswers,
  levelAnswers,
  saidBy,
  sight,
  type ChainName,
  type LessonName,
  type Lessons,
} from '#domain/reading/learned/learned-reading.ts'
import { stretchSigns } from '#domain/reading/learned/stretch-signs.ts'
import { unpack, type Kept } from '#domain/reading/learned/weights.ts'
import { stretchOf, type Example, type Label } from './corpus.ts'
import { fit, type Sequence } from './fit.ts'
import { pack } from './pack.ts'

/** `most`: weights kept, the strongest first. */
type Chain = { readonly kind: string; readonly boldness: number; readonly most: number }
type Choice = {
  readonly kind: string
  readonly answers: readonly string[]
  readonly field: string
  readonly most: number
}
type ChoiceName = Exclude<LessonName, ChainName>

const chains: Readonly<Record<ChainName, Chain>> = {
  need: { kind: 'need', boldness: 0.8, most: 26_000 },
  promise: { kind: 'promise', boldness: 0.8, most: 14_000 },
  question: { kind: 'policy-question', boldness: 0.4, most: 10_000 },
  fact: { kind: 'fact', boldness: -0.1, most: 10_000 },
  old: { kind: 'old-matter', boldness: -1, most: 3_000 },
}
const choices: Readonly<Record<ChoiceName, Choice>> = {
  category: { kind: 'need', answers: categoryAnswers, field: 'category', most: 30_000 },
  level: { kind: 'need', answers: levelAnswers, field: 'level', most: 4_000 },
  done: { kind: 'need', answers: ['false', 'true'], field: 'done', most: 3_000 },
  giver: { kind: 'promise', answers: giverAnswers, field: 'by', most: 3_000 },
  key: { kind: 'fact', answers: keyAnswers, field: 'key', most: 4_000 },
}

export type KeptLessons = Readonly<Record<LessonName, Kept>>

/** Learns everything the reader needs from labelled diaries; the same diaries give the same lessons. */
export function learn(examples: readonly Example[]): KeptLessons {
  const chain = (name: ChainName): Kept => {
    const { kind, boldness, most } = chains[name]
    const model = fit(
      examples.map(one => sequenceOf(one, kind, name)),
      3,
      6,
    )
    return { ...pack(model, most, 'differences'), boldness, byStep: [...model.byStep].map(short) }
  }
  const choice = (name: ChoiceName): Kept => {
    const { answers, most } = choices[name]
    const sequences = examples.flatMap(one => choicesIn(one, choices[name]))
    return { ...pack(fit(sequences, answers.length, 12), most, 'all'), boldness: 0, byStep: [] }
  }
  return {
    need: chain('need'),
    promise: chain('promise'),
    question: chain('question'),
    fact: chain('fact'),
    old: chain('old'),
    category: choice('category'),
    level: choice('level'),
    done: choice('done'),
    giver: choice('giver'),
    key: choice('key'),
  }
}

const short = (weight: number): number => Number(weight.toFixed(3))

export const unpackAll = (kept: KeptLessons): Lessons =>
  Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, unpack(one)])) as Lessons // the same names

function sequenceOf(example: Example, kind: string, name: ChainName): Sequence {
  const tags = example.clauses.map(() => 0)
  for (const label of example.diary.findings) {
    const stretch = label.kind === kind && label.key !== 'telephone' ? stretchOf(example, label) : null
    if (!stretch) continue
    for (let at = stretch.first; at <= stretch.last; at += 1) {
      if (at === stretch.first) tags[at] = 1
      else if (tags[at] === 0) tags[at] = 2
    }
  }
  return { signs: example.seen.map(one => one[sight[name]]), tags, weight: example.weight }
}

function choicesIn(example: Example, { kind, answers, field }: Choice): readonly Sequence[] {
  return example.diary.findings.flatMap(label => {
    const stretch = label.kind === kind ? stretchOf(example, label) : null
    const answer = answers.indexOf(String(label[field]))
    if (!stretch || answer < 0) return []
    const rule = ruleAt(example, stretch, label)
    const said = rule ? saidBy(rule) : ['nothing']
    const signs = stretchSigns(example.clauses, example.notes, stretch, said)
    return [{ signs: [signs], tags: [answer], weight: example.weight }]
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
