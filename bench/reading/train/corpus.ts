import { readFileSync } from 'node:fs'
import { asDay } from '#domain/base/days.ts'
import { clausesOf, type Clause } from '#domain/reading/clauses.ts'
import type { Finding } from '#domain/reading/finding.ts'
import { notesOf } from '#domain/reading/learned/notes.ts'
import { seenIn, type Seen } from '#domain/reading/learned/signs.ts'
import { readByRules } from '#domain/reading/read-diary.ts'

export type Label = { readonly kind: string; readonly quote: string; readonly [field: string]: unknown }
export type LabelledDiary = {
  readonly id: string
  readonly visitedOn: string
  readonly text: string
  readonly findings: readonly Label[]
}

/** A diary to learn from, seen as the reader sees it: with the findings of the rules, and without. */
export type Example = {
  readonly diary: LabelledDiary
  readonly weight: number
  readonly clauses: readonly Clause[]
  readonly rules: readonly Finding[]
  readonly notes: readonly (readonly string[])[]
  readonly seen: readonly Seen[]
}

export const diariesOf = (name: string): readonly LabelledDiary[] =>
  readFileSync(new URL(`../../../test/diaries/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line))

/** How much an example counts, and whether the findings of the rules may be leaned on. */
type Use = { readonly weight: number; readonly rules: 'leaned on' | 'left out' }

export function exampleOf(diary: LabelledDiary, use: Use): Example {
  const clauses = clausesOf(diary.text)
  const all = readByRules(diary.text, clauses, asDay(diary.visitedOn))
  const rules = use.rules === 'leaned on' ? all : all.filter(one => one.kind === 'sensitive')
  const notes = notesOf(clauses, rules)
  return { diary, weight: use.weight, clauses, rules, notes, seen: seenIn(clauses, notes) }
}

/** The same diary as dictated: without a pause. */
export function dictated(diary: LabelledDiary): LabelledDiary {
  const run = (words: string) => words.replaceAll(/[，。！？；：、“”\n ]/gu, '')
  return {
    ...diary,
    id: `${diary.id}-dictated`,
    text: run(diary.text),
    findings: diary.findings.map(one => ({ ...one, quote: run(one.quote) })),
  }
}

/** The clauses a label runs over. */
export function stretchOf({ diary, clauses }: Example, label: Label): { first: number; last: number } | null {
  const start = diary.text.indexOf(label.quote)
  const end = start + label.quote.length
  const within = clauses.flatMap((clause, at) => {
    const shared = Math.min(end, clause.end) - Math.max(start, clause.start)
    return shared > 0 && (shared * 2 >= clause.end - clause.start || shared * 2 >= label.quote.length)
      ? [at]
      : []
  })
  const [first, last] = [within[0], within.at(-1)]
  return start < 0 || first === undefined || last === undefined ? null : { first, last }
}
