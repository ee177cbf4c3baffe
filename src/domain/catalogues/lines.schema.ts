import type * as z from 'zod/mini'
import type { CatalogueFault, CatalogueProblem, CatalogueRead } from './catalogue.ts'

/** So many lines a catalogue holds. */
const most = 500

/** How the lines of a catalogue are read: the shape of each, what it is called, and what no two may share. */
export type LineKind<Line> = {
  readonly schema: z.ZodMiniType<Line>
  readonly titleOf: (line: Line) => string
  readonly keyOf: (line: Line) => string
  /** What a shape cannot say. */
  readonly check?: (line: Line) => readonly Omit<CatalogueProblem, 'line' | 'title'>[]
  /** What no line by itself can say. */
  readonly checkAll?: (lines: readonly Line[]) => readonly Omit<CatalogueProblem, 'line' | 'title'>[]
}

/** Reads a catalogue that is a list of lines, and says of each what is wrong with it, all at once. */
export function readLines<Line>(body: unknown, kind: LineKind<Line>): CatalogueRead<readonly Line[]> {
  if (!Array.isArray(body)) return broken([asWhole('not-a-list')])
  if (body.length > most) return broken([asWhole('too-many-lines')])
  const read = body.map((line: unknown, at) => readLine(line, at + 1, kind))
  const lines = read.flatMap(({ line }) => (line === null ? [] : [line]))
  const problems = [
    ...read.flatMap(one => one.problems),
    ...problemsOfTwins(lines, kind),
    ...problemsOfAll(lines, kind),
  ]
  return problems.length === 0 ? { ok: true, body: lines.map(({ is }) => is) } : broken(problems)
}

type ReadLine<Line> = { readonly is: Line; readonly number: number }

function readLine<Line>(
  written: unknown,
  number: number,
  kind: LineKind<Line>,
): { readonly line: ReadLine<Line> | null; readonly problems: readonly CatalogueProblem[] } {
  const read = kind.schema.safeParse(written)
  if (!read.success)
    return { line: null, problems: read.error.issues.map(issue => problemOf(issue, written, number)) }
  const title = kind.titleOf(read.data)
  const problems = (kind.check?.(read.data) ?? []).map(problem => ({ line: number, title, ...problem }))
  return { line: { is: read.data, number }, problems }
}

type Issue = z.core.$ZodIssue

const problemOf = (issue: Issue, written: unknown, line: number): CatalogueProblem => ({
  line,
  title: titleIn(written),
  field: issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : issue.path.join('.'),
  because: faultOf(issue),
})

function faultOf(issue: Issue): CatalogueFault {
  if (issue.code === 'too_small') return 'missing'
  if (issue.code === 'too_big') return 'too-long'
  if (issue.code === 'unrecognized_keys') return 'unknown-field'
  if (issue.code === 'custom') return 'not-a-day'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing'
  return 'wrong-shape'
}

/** What a broken line is called, where it has a title, or Chinese words, at all. */
function titleIn(written: unknown): string {
  if (typeof written !== 'object' || written === null) return ''
  const title = 'title' in written ? written.title : 'zh' in written ? written.zh : ''
  return typeof title === 'string' ? title.slice(0, 60) : ''
}

/** Only once each line by itself is read: what is broken would be missing here as well. */
const problemsOfAll = <Line>(
  lines: readonly ReadLine<Line>[],
  { checkAll }: LineKind<Line>,
): readonly CatalogueProblem[] =>
  (checkAll?.(lines.map(({ is }) => is)) ?? []).map(problem => ({ line: null, title: '', ...problem }))

function problemsOfTwins<Line>(
  lines: readonly ReadLine<Line>[],
  { keyOf, titleOf }: LineKind<Line>,
): readonly CatalogueProblem[] {
  const seen = new Set<string>()
  return lines.flatMap(({ is, number }): readonly CatalogueProblem[] => {
    const key = keyOf(is)
    if (seen.has(key)) return [{ line: number, title: titleOf(is), field: '', because: 'twice', part: key }]
    seen.add(key)
    return []
  })
}

const asWhole = (because: CatalogueFault): CatalogueProblem => ({ line: null, title: '', field: '', because })

const broken = (problems: readonly CatalogueProblem[]) => ({ ok: false, problems }) as const
