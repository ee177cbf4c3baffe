import { writeFileSync } from 'node:fs'
import { dictated, diariesIn, exampleOf, pathOf, type Example, type LabelledDiary } from './corpus.ts'
import { learn } from './learn.ts'
import { madeDiaries } from './made.ts'

/** `node bench/reading/train/write.ts`: learns from all labelled diaries but those held aside, and writes the lessons. */
const weights = { made: 0.5, tuned: 0.7, plain: 1 }
const madeCount = 700

const twice = (diary: LabelledDiary, source: string, weight: number, withRules: boolean): Example[] => [
  exampleOf(diary, source, { weight, withRules }),
  exampleOf(dictated(diary), source, { weight: weight / 2, withRules }),
]

export const allExamples = (): readonly Example[] => [
  ...madeDiaries(madeCount, 11).map((diary, at) =>
    exampleOf(at % 4 === 0 ? dictated(diary) : diary, 'made', { weight: weights.made, withRules: true }),
  ),
  ...['dev.jsonl', 'own.jsonl'].flatMap(name =>
    diariesIn(pathOf(name)).flatMap(diary => twice(diary, name, weights.tuned, false)),
  ),
  ...['taught-a.jsonl', 'taught-b.jsonl'].flatMap(name =>
    diariesIn(pathOf(name)).flatMap(diary => twice(diary, name, weights.plain, true)),
  ),
]

const lessons = learn(allExamples())
const file = new URL('../../../src/domain/reading/learned/lessons.ts', import.meta.url)
writeFileSync(
  file,
  `import type { LessonName } from './learned-reading.ts'
import type { Kept } from './weights.ts'

/** Learned from the labelled diaries by bench/reading/train/write.ts; not written by hand. */
export const lessons: Readonly<Record<LessonName, Kept>> = JSON.parse(
  '${JSON.stringify(lessons)}',
)
`,
)
console.log(JSON.stringify(lessons).length)
