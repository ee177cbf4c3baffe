/**
 * How long reading a diary takes: `node bench/reading/speed.ts`. Takes the labelled diaries together, cuts them to
 * pieces of 1,000 signs and prints the median and the slowest reading of a piece, and the worst of made-up hard texts.
 */
import { readFileSync } from 'node:fs'
import { asDay } from '#domain/base/days.ts'
import { readDiary } from '#domain/reading/read-diary.ts'

const day = asDay('2026-04-17')
const text = ['dev.jsonl', 'own.jsonl']
  .flatMap(name =>
    readFileSync(new URL(`../../test/diaries/${name}`, import.meta.url), 'utf8')
      .split('\n')
      .filter(Boolean),
  )
  .map(line => JSON.parse(line).text)
  .join('\n')
const pieces = Array.from({ length: Math.floor(text.length / 1000) }, (_, at) =>
  text.slice(at * 1000, at * 1000 + 1000),
)

/** No pauses, one sign over and over, only figures: what makes careless patterns explode. */
const hard = [
  text.replaceAll(/[，。！？；：“”\n]/gu, '').slice(0, 1000),
  '水'.repeat(1000),
  '他说我说'.repeat(250),
  '1'.repeat(1000),
  '一年收入'.repeat(250),
  '没有人来修'.repeat(200),
]

function timesOf(texts: readonly string[]): readonly number[] {
  for (let warm = 0; warm < 3; warm += 1) for (const one of texts) readDiary(one, day)
  return texts.map(one => {
    const begun = performance.now()
    readDiary(one, day)
    return performance.now() - begun
  })
}

const times = timesOf(pieces).toSorted((one, other) => one - other)
const cold = performance.now()
console.log(
  `${pieces.length} pieces of 1,000 signs: median ${(times[times.length >> 1] ?? 0).toFixed(2)} ms, slowest ${(times.at(-1) ?? 0).toFixed(2)} ms`,
)
console.log(
  `hard texts of 1,000 signs: ${timesOf(hard)
    .map(time => time.toFixed(2))
    .join(' · ')} ms (${Math.round(performance.now() - cold)} ms in all)`,
)
