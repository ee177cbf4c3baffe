import { readFile } from 'node:fs/promises'
import { parseDay } from '#domain/base/days.ts'
import type { Finding } from '#domain/reading/finding.ts'
import { readDiary } from '#domain/reading/read-diary.ts'

/** Where the command writes: `process.stdout` and `process.stderr`, or lists in a test. */
export type Outlet = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

/**
 * `wuxin read-diaries FILE.jsonl`: reads lines `{"id","visitedOn","text"}` and prints one line
 * `{"id","findings":[…]}` a diary, in the shape of test/diaries/score.mjs.
 * Returns the exit code: 0, or 2 when the file cannot be read or a line is no diary (the others are still read).
 */
export async function readDiaries(
  args: readonly string[],
  outlet: Outlet = { print: line => console.log(line), complain: line => console.error(line) },
): Promise<number> {
  const [path] = args
  if (path === undefined) {
    outlet.complain('usage: wuxin read-diaries FILE.jsonl')
    return 2
  }
  const content = await readFile(path, 'utf8').catch(() => null)
  if (content === null) {
    outlet.complain(`${path}: cannot be read`)
    return 2
  }
  return printFindings(content, path, outlet)
}

function printFindings(content: string, path: string, outlet: Outlet): number {
  let code = 0
  for (const [at, line] of content
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue
    const diary = parseDiary(line)
    if (diary === null) {
      outlet.complain(`${path}:${at + 1}: not a diary with id, visitedOn and text`)
      code = 2
      continue
    }
    outlet.print(
      JSON.stringify({ id: diary.id, findings: readDiary(diary.text, diary.visitedOn).map(presentFinding) }),
    )
  }
  return code
}

function parseDiary(line: string) {
  const written = parseJson(line)
  if (typeof written !== 'object' || written === null) return null
  if (!('id' in written) || !('visitedOn' in written) || !('text' in written)) return null
  const { id, text } = written
  const visitedOn = typeof written.visitedOn === 'string' ? parseDay(written.visitedOn) : null
  return typeof id === 'string' && typeof text === 'string' && visitedOn ? { id, text, visitedOn } : null
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** The scorer's shape has no offsets. */
function presentFinding(finding: Finding) {
  const { start: _start, end: _end, ...rest } = finding
  return rest
}
