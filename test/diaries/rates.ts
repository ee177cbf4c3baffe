import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asDay, type Day } from '#domain/base/days.ts'
import type { Finding } from '#domain/reading/finding.ts'
import { readDiary } from '#domain/reading/read-diary.ts'

/** A labelled diary: the text and its day; the labels are read by the scorer alone. */
export type LabelledDiary = { readonly id: string; readonly visitedOn: string; readonly text: string }

/** How well one kind of finding was read: of what was proposed, of what was labelled, and both. */
export type Rates = { readonly precision: number; readonly recall: number; readonly f1: number }

const pathOf = (name: string) => new URL(`./${name}`, import.meta.url).pathname

export const diariesOf = (name: string): readonly LabelledDiary[] =>
  linesOf(name).map(line => JSON.parse(line))

export const linesOf = (name: string): readonly string[] =>
  readFileSync(pathOf(name), 'utf8')
    .split(/\r?\n/u)
    .filter(line => line.trim() !== '')

/** Reads the labelled diaries and has score.mjs compare: rates by kind, with `all` for the six together. */
export function ratesOf(name: string, read: Reader = readDiary): ReadonlyMap<string, Rates> {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-diaries-'))
  try {
    const proposals = join(folder, 'proposals.jsonl')
    writeFileSync(
      proposals,
      diariesOf(name)
        .map(diary => proposalLine(diary, read))
        .join('\n'),
    )
    const told = execFileSync(process.execPath, [pathOf('score.mjs'), pathOf(name), proposals], {
      encoding: 'utf8',
    })
    return parseRates(told)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Reader = (text: string, visitedOn: Day) => readonly Finding[]

const proposalLine = ({ id, visitedOn, text }: LabelledDiary, read: Reader): string =>
  JSON.stringify({ id, findings: read(text, asDay(visitedOn)) })

function parseRates(told: string): ReadonlyMap<string, Rates> {
  const rates = new Map<string, Rates>()
  for (const found of told.matchAll(/^([\w-]+) +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)/gmu)) {
    rates.set(found[1] ?? '', { precision: Number(found[2]), recall: Number(found[3]), f1: Number(found[4]) })
  }
  const all = Number(/all F1 ([\d.]+)/u.exec(told)?.[1])
  return rates.set('all', { precision: all, recall: all, f1: all })
}
