import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readDiaries } from './read-diaries.ts'

async function run(content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'wuxin-read-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'diaries.jsonl')
  writeFileSync(path, content)
  const printed: string[] = []
  const complaints: string[] = []
  const code = await readDiaries([path], {
    print: line => printed.push(line),
    complain: line => complaints.push(line),
  })
  return { code, printed: printed.map(line => JSON.parse(line)), complaints }
}

test('[H9] proposals are written one line a diary, in the shape the scorer reads', async () => {
  const { code, printed } = await run(
    '{"id":"a","visitedOn":"2026-01-07","text":"周五前回话"}\n\n{"id":"b","visitedOn":"2026-01-07","text":"无事。"}\n',
  )
  expect(code).toBe(0)
  expect(printed).toEqual([
    { id: 'a', findings: [{ kind: 'promise', by: 'visitor', dueOn: '2026-01-09', quote: '周五前回话' }] },
    { id: 'b', findings: [] },
  ])
})

test('a line that is no diary is told by its number, and the others are still read', async () => {
  const { code, printed, complaints } = await run(
    'not json\n{"id":"b","visitedOn":"2026-01-07","text":"无事。"}\n{"id":"c","visitedOn":"today","text":""}',
  )
  expect(code).toBe(2)
  expect(printed.map(line => line.id)).toEqual(['b'])
  expect(complaints.map(line => line.replace(/^.*:(\d+):.*$/u, '$1'))).toEqual(['1', '3'])
})

test('a file that cannot be read has its sentence', async () => {
  const complaints: string[] = []
  const code = await readDiaries(['/nowhere/diaries.jsonl'], {
    print: () => {},
    complain: line => complaints.push(line),
  })
  expect([code, complaints]).toEqual([2, ['/nowhere/diaries.jsonl: cannot be read']])
})
