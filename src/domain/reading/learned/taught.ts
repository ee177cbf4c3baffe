import { lessons } from './lessons.ts'
import type { Lessons } from './learned-reading.ts'
import { unpack } from './weights.ts'

/** What the reader has learned from the labelled diaries of this repository. */
export const taught: Lessons = {
  chain: unpack(lessons.chain),
  category: unpack(lessons.category),
  level: unpack(lessons.level),
  done: unpack(lessons.done),
  giver: unpack(lessons.giver),
  key: unpack(lessons.key),
}
