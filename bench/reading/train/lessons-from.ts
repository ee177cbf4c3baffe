import { dictated, diariesOf, exampleOf, type Example } from './corpus.ts'
import { madeDiaries } from './made.ts'

/** The labelled diaries learned from, by their writers. On the first two the rules were tuned: they look too good there. */
export const taughtFiles = [
  'dev.jsonl',
  'own.jsonl',
  'taught-a.jsonl',
  'taught-b.jsonl',
  'taught-c.jsonl',
  'taught-d.jsonl',
  'taught-e.jsonl',
  'taught-f.jsonl',
] as const
const tuned: ReadonlySet<string> = new Set(['dev.jsonl', 'own.jsonl'])
/** Its labels are what the others are held to. */
const lawful = 'dev.jsonl'
const madeCount = 900

/** Everything learned from but one file: each diary as written and as dictated, and diaries made of phrases. */
export const examplesWithout = (left: string): readonly Example[] => [
  ...madeDiaries(madeCount, 11).map((diary, at) =>
    exampleOf(at % 4 === 0 ? dictated(diary) : diary, { weight: 0.25, rules: 'leaned on' }),
  ),
  ...taughtFiles.filter(name => name !== left).flatMap(examplesOf),
]

function examplesOf(name: string): readonly Example[] {
  const weight = name === lawful ? 1.5 : tuned.has(name) ? 0.7 : 1
  const rules = tuned.has(name) ? 'left out' : 'leaned on'
  return diariesOf(name).flatMap(diary => [
    exampleOf(diary, { weight, rules }),
    exampleOf(dictated(diary), { weight: weight / 2, rules }),
  ])
}
