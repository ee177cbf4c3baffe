import { readFileSync, existsSync } from 'node:fs'
import { asDay } from '#domain/base/days.ts'
import { clausesOf, type Clause } from '#domain/reading/clauses.ts'
import type { Finding } from '#domain/reading/finding.ts'
import { notesOf } from '#domain/reading/learned/notes.ts'
import { seenIn, type Seen } from '#domain/reading/learned/signs.ts'
import { readByRules } from '#domain/reading/read-diary.ts'

export type Label = { readonly kind: string; readonly quote: string; readonly [field: string]: unknown }
export type LabelledDiary = { readonly id: string; readonly visitedOn: string; readonly text: string; readonly findings: readonly Label[] }

/** A diary to learn from, seen as the reader sees it: with the findings of the rules, and without. */
export type Example = {
  readonly diary: LabelledDiary
  readonly source: string
  readonly weight: number
  readonly clauses: readonly Clause[]
  readonly rules: readonly Finding[]
  readonly notes: readonly (readonly string[])[]
  readonly seen: readonly Seen[]
}

export const pathOf = (name: string) => new URL(`../../../test/diaries/${name}`, import.meta.url).pathname

export const diariesIn = (path: string): readonly LabelledDiary[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => JSON.parse(line))
    : []

/** `withRules`: whether the findings of the rules may be leaned on; on text they were tuned on they look too good. */
export function exampleOf(diary: LabelledDiary, source: string, { weight, withRules }: { weight: number; withRules: boolean }): Example {
  const clauses = clausesOf(diary.text)
  const rules = readByRules(diary.text, clauses, asDay(diary.visitedOn))
  const notes = notesOf(clauses, withRules ? rules : rules.filter(one => one.kind === 'sensitive'))
  return { diary, source, weight, clauses, rules: withRules ? rules : [], notes, seen: seenIn(clauses, notes) }
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
    return shared > 0 && (shared * 2 >= clause.end - clause.start || shared * 2 >= label.quote.length) ? [at] : []
  })
  const [first, last] = [within[0], within.at(-1)]
  return start < 0 || first === undefined || last === undefined ? null : { first, last }
}
