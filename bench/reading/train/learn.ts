import type { Finding } from '#domain/reading/finding.ts'
import {
  sight,
  type ChainName,
  categoryAnswers,
  giverAnswers,
  keyAnswers,
  levelAnswers,
  saidBy,
  type Lessons,
} from '#domain/reading/learned/learned-reading.ts'
import { stretchSigns } from '#domain/reading/learned/stretch-signs.ts'
import type { Kept, Learned } from '#domain/reading/learned/weights.ts'
import { unpack } from '#domain/reading/learned/weights.ts'
import { signRange } from '#domain/reading/learned/signs.ts'
import { stretchOf, type Example, type Label } from './corpus.ts'
import { train, type Model, type Sequence } from './fit.ts'

type Chain = { readonly kind: string; readonly boldness: number; readonly most: number }
type Choice = { readonly kind: string; readonly of: (label: Label) => number; readonly answers: number; readonly most: number }

/** `most`: weights kept, the strongest first. */
const chains: Readonly<Record<string, Chain>> = {
  need: { kind: 'need', boldness: 0.3, most: 26_000 },
  promise: { kind: 'promise', boldness: 0.8, most: 14_000 },
  question: { kind: 'policy-question', boldness: 0.4, most: 10_000 },
  fact: { kind: 'fact', boldness: 0.6, most: 10_000 },
  old: { kind: 'old-matter', boldness: 0.5, most: 3_000 },
}
const choices: Readonly<Record<string, Choice>> = {
  category: { kind: 'need', of: one => categoryAnswers.indexOf(one.category as never), answers: 8, most: 31_000 },
  level: { kind: 'need', of: one => levelAnswers.indexOf(one.level as never), answers: 3, most: 4_000 },
  done: { kind: 'need', of: one => (one.done === true ? 1 : 0), answers: 2, most: 3_000 },
  giver: { kind: 'promise', of: one => giverAnswers.indexOf(one.by as never), answers: 3, most: 3_000 },
  key: { kind: 'fact', of: one => keyAnswers.indexOf(one.key as never), answers: 9, most: 4_000 },
}

export type KeptLessons = Readonly<Record<string, Kept>>

/** Learns everything the reader needs from labelled diaries; the same diaries give the same lessons. */
export function learn(every: readonly Example[], { epochs = 8, seen = 1, only = '', keep = 1, l2 = 1e-6, rate = 0.1, choiceEpochs = 12 } = {}): KeptLessons {
  const examples = every
  const kept: Record<string, Kept> = {}
  for (const [name, { kind, boldness, most }] of Object.entries(chains)) {
    if (only && !only.split(',').includes(name)) continue
    kept[name] = pack(train(oftenSeen(examples.map(one => sequenceOf(one, kind, name as ChainName)), seen), 3, { epochs, l2, rate }), { boldness, most: most * keep, chain: true })
  }
  for (const [name, choice] of Object.entries(choices)) {
    if (only && !only.split(',').includes(name)) continue
    kept[name] = pack(train(oftenSeen(examples.flatMap(one => choicesIn(one, choice)), seen), choice.answers, { epochs: choiceEpochs, l2, rate }), { boldness: 0, most: choice.most * keep, chain: false })
  }
  return kept
}

export const unpackAll = (kept: KeptLessons): Lessons =>
  Object.fromEntries(Object.entries(kept).map(([name, one]) => [name, unpack(one)])) as Record<keyof Lessons, Learned> // the same names

function sequenceOf(example: Example, kind: string, name: ChainName): Sequence {
  const tags = new Array<number>(example.clauses.length).fill(0)
  for (const label of example.diary.findings) {
    if (label.kind !== kind || label.key === 'telephone') continue
    const stretch = stretchOf(example, label)
    if (!stretch) continue
    for (let at = stretch.first; at <= stretch.last; at += 1) if (tags[at] === 0 || at === stretch.first) tags[at] = at === stretch.first ? 1 : 2
  }
  return { signs: example.seen.map(one => one[sight[name]]), tags, weight: example.weight }
}

function choicesIn(example: Example, choice: Choice): readonly Sequence[] {
  return example.diary.findings.flatMap(label => {
    const stretch = label.kind === choice.kind && label.key !== 'telephone' ? stretchOf(example, label) : null
    if (!stretch || choice.of(label) < 0) return []
    const rule = example.rules.find(
      (one: Finding) =>
        one.kind === choice.kind &&
        one.start < (example.clauses[stretch.last]?.end ?? 0) &&
        one.end > (example.clauses[stretch.first]?.start ?? 0),
    )
    const signs = stretchSigns(example.clauses, example.notes, stretch, rule ? saidBy(rule) : ['nothing'])
    return [{ signs: [signs], tags: [choice.of(label)], weight: example.weight }]
  })
}

/** The strongest weights in signed bytes. The first answer of a chain is taken as nought: only differences count. */
function pack(model: Model, { boldness, most, chain }: { boldness: number; most: number; chain: boolean }): Kept {
  const { count, w } = model
  const weight = (sign: number, answer: number) => (w[sign * count + answer] ?? 0) - (chain || count === 2 ? (w[sign * count] ?? 0) : 0)
  const sizes: number[] = []
  for (let sign = 0; sign < signRange; sign += 1) for (let answer = 0; answer < count; answer += 1) { const size = Math.abs(weight(sign, answer)); if (size > 1e-4) sizes.push(size) }
  const ordered = Float64Array.from(sizes).sort()
  const least = ordered[Math.max(0, ordered.length - most)] ?? 0
  const largest = ordered[Math.floor(ordered.length * 0.9995)] ?? 1
  const scale = largest / 127
  const columns = Array.from({ length: count }, (_, answer) => {
    const bytes: number[] = []
    let last = 0
    for (let sign = 0; sign < signRange; sign += 1) {
      const value = weight(sign, answer)
      if (Math.abs(value) < least) continue
      const byte = Math.max(-127, Math.min(127, Math.round(value / scale)))
      if (byte === 0) continue
      let gap = sign - last
      for (; gap >= 255; gap -= 254) bytes.push(255)
      bytes.push(gap, byte & 255)
      last = sign
    }
    return Buffer.from(bytes).toString('base64').replaceAll('=', '')
  })
  return { answers: count, scale: Number(scale.toPrecision(5)), boldness, byStep: chain ? [...model.t].map(one => Number(one.toFixed(3))) : [], columns }
}

/** Leaves out signs seen fewer times: they only tell one diary from another. */
function oftenSeen(sequences: readonly Sequence[], least: number): readonly Sequence[] {
  if (least < 2) return sequences
  const times = new Uint16Array(signRange)
  for (const { signs } of sequences) for (const list of signs) for (const sign of list) times[sign] = Math.min(60_000, (times[sign] ?? 0) + 1)
  return sequences.map(one => ({ ...one, signs: one.signs.map(list => list.filter(sign => (times[sign] ?? 0) >= least)) }))
}
