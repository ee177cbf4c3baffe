import { writeFileSync } from 'node:fs'
import { learn } from './learn.ts'
import { examplesWithout } from './lessons-from.ts'

/** `node bench/reading/train/write.ts`: learns from all labelled diaries but those held aside, and writes the lessons. */
const file = new URL('../../../src/domain/reading/learned/lessons.ts', import.meta.url)
const lessons = JSON.stringify(learn(examplesWithout('')))
writeFileSync(
  file,
  `import type { LessonName } from './learned-reading.ts'
import type { Kept } from './weights.ts'

/** Learned from the labelled diaries by bench/reading/train/write.ts; not written by hand. */
export const lessons: Readonly<Record<LessonName, Kept>> = JSON.parse(
  '${lessons}',
)
`,
)
console.log(`${String(lessons.length)} bytes of lessons`)
