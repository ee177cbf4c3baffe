import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { asDay } from '#domain/base/days.ts'
import { clausesOf } from '#domain/reading/clauses.ts'
import { readByRules, readWith } from '#domain/reading/read-diary.ts'
import { dictated, diariesIn, exampleOf, pathOf, type Example, type LabelledDiary } from './corpus.ts'
import { learn, unpackAll } from './learn.ts'
import { madeDiaries } from './made.ts'
import type { Lessons } from '#domain/reading/learned/learned-reading.ts'

const corpus = '/work/wt/corpus/'
export function score(diaries: readonly LabelledDiary[], lessons: Lessons | null, name: string, show = false): string {
  writeFileSync('/tmp/ac-l.jsonl', diaries.map(d => JSON.stringify(d)).join('\n'))
  writeFileSync('/tmp/ac-p.jsonl', diaries.map(d => JSON.stringify({ id: d.id, findings: lessons ? readWith(d.text, asDay(d.visitedOn), lessons) : readByRules(d.text, clausesOf(d.text), asDay(d.visitedOn)) })).join('\n'))
  const told = execFileSync(process.execPath, [pathOf('score.mjs'), '/tmp/ac-l.jsonl', '/tmp/ac-p.jsonl', '--show'], { encoding: 'utf8', maxBuffer: 1e8 })
  if (show) writeFileSync(`/tmp/show-${name}.txt`, told)
  return told.split('\n').filter(l => / P \d/.test(l) || l.startsWith('need F1')).join('\n')
}
const W = { made: Number(process.env.WM ?? 0.5), tuned: Number(process.env.WT ?? 0.7) }
const made = madeDiaries(Number(process.env.MADE ?? 400), 11)
const madeX = made.flatMap((d, i) => [exampleOf(i % 4 === 0 ? dictated(d) : d, 'made', { weight: W.made, withRules: true })])
const both = (d: LabelledDiary, source: string, weight: number, withRules: boolean): Example[] => [exampleOf(d, source, { weight, withRules }), exampleOf(dictated(d), source, { weight: weight * 0.5, withRules })]
const files: Record<string, LabelledDiary[]> = { dev: [...diariesIn(pathOf('dev.jsonl'))], own: [...diariesIn(pathOf('own.jsonl'))], a: [...diariesIn(corpus + 'a.jsonl')], b: [...diariesIn(corpus + 'b.jsonl')] }
const X = Object.fromEntries(Object.entries(files).map(([name, list]) => [name, list.map(d => both(d, name, name === 'dev' || name === 'own' ? W.tuned : 1, name !== 'dev' && name !== 'own'))]))
const t0 = Date.now()
const want = process.env.TEST ?? 'a'
for (const left of want.split(',')) {
  const train = [...madeX, ...Object.entries(X).filter(([n]) => n !== left).flatMap(([, l]) => l.flat(1))]
  if (left === 'none') continue
  const lessons = unpackAll(learn(train))
  console.log(`\n-- ${left} left out`, Date.now() - t0)
  if (process.env.RULES) console.log('rules\n' + score(files[left]!, null, left))
  console.log(score(files[left]!, lessons, left, true))
  console.log('dictated\n' + score(files[left]!.map(dictated), lessons, left + '-s'))
}
if (process.env.CV) {
  const boldness = [-0.5, 0, 0.5, 1]
  for (const name of process.env.CV.split(',')) {
    const list = X[name]!
    const outs = boldness.map(() => [] as any[])
    for (let f = 0; f < 3; f += 1) {
      const train = [...madeX, ...Object.entries(X).filter(([n]) => n !== name).flatMap(([, l]) => l.flat(1)), ...list.filter((_, i) => i % 3 !== f).flat(1)]
      const lessons = unpackAll(learn(train))
      const test = files[name]!.filter((_, i) => i % 3 === f)
      boldness.forEach((b, n) => { const l = Object.fromEntries(Object.entries(lessons).map(([k, v]) => [k, { ...v, boldness: b }])) as any; for (const d of test) outs[n]!.push({ id: d.id, findings: readWith(d.text, asDay(d.visitedOn), l) }) })
    }
    writeFileSync('/tmp/ac-l.jsonl', files[name]!.map(d => JSON.stringify(d)).join('\n'))
    outs.forEach((o, n) => {
      writeFileSync('/tmp/ac-p.jsonl', o.map(x => JSON.stringify(x)).join('\n'))
      const told = execFileSync(process.execPath, [pathOf('score.mjs'), '/tmp/ac-l.jsonl', '/tmp/ac-p.jsonl', '--show'], { encoding: 'utf8', maxBuffer: 1e8 })
      writeFileSync(`/tmp/show-cv-${name}-${boldness[n]}.txt`, told)
      console.log(`-- cv ${name} boldness ${boldness[n]}\n` + told.split('\n').filter(l => / P \d/.test(l) || l.startsWith('need F1')).join('\n'))
    })
  }
}
