import { readFileSync } from 'node:fs'
import { asDay, type Day } from '#domain/base/days.ts'
import { clausesOf } from '#domain/reading/clauses.ts'
import { readByRules, readDiary, readWith } from '#domain/reading/read-diary.ts'
import { ratesOf, type Rates } from '#test/diaries/rates.ts'
import { learn, unpackAll } from './train/learn.ts'
import { examplesWithout, taughtFiles } from './train/lessons-from.ts'

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

/** Prints how well each writer's diaries are read with what was learned from the others alone, as written and as dictated. */
export function printLeavingOut(): void {
  for (const name of taughtFiles) {
    const lessons = unpackAll(learn(examplesWithout(name)))
    const read = (text: string, day: Day) => readWith(text, day, lessons)
    printRates(`${name} left out`, ratesOf(name, read))
    printRates(
      `${name} left out, rules alone`,
      ratesOf(name, (text, on) => readByRules(text, clausesOf(text), on)),
    )
  }
}

function printRates(name: string, rates: ReadonlyMap<string, Rates>): void {
  const kinds = [...rates].map(([kind, { f1 }]) => `${kind} ${String(f1)}`)
  const need = rates.get('need')
  console.log(
    `${name}: F1 ${kinds.join(' · ')} (need P ${String(need?.precision)} R ${String(need?.recall)})`,
  )
}

/**
 * Prints how well diaries are read, by the labelled ones, and how fast: the labelled diaries together, cut to pieces of
 * 1,000 signs, median and slowest reading of a piece, and made-up hard texts.
 */
export function printReading(): void {
  for (const name of [...taughtFiles, 'aside.jsonl', 'aside-2.jsonl']) printRates(name, ratesOf(name))
  const times = timesOf(pieces).toSorted((one, other) => one - other)
  console.log(
    `${pieces.length} pieces of 1,000 signs: median ${(times[times.length >> 1] ?? 0).toFixed(2)} ms, slowest ${(times.at(-1) ?? 0).toFixed(2)} ms`,
  )
  console.log(
    `hard texts of 1,000 signs: ${timesOf(hard)
      .map(time => time.toFixed(2))
      .join(' · ')} ms`,
  )
}
