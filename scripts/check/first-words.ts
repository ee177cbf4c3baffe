import { posix } from 'node:path'
import { matchesIn, type Fault, type SourceFile, type Verdict } from './house.ts'
import { importsOf } from './imports.ts'

const entry = 'src/app/main.tsx'
const words = 'src/app/i18n/words/zh-CN'

/**
 * What is drawn before any screen has been fetched says only words of the first load (`words/…/phone.ts`): those of
 * `inner.ts` come with the screens behind it, and are not there yet.
 */
export function checkFirstWords(files: readonly SourceFile[]): Verdict {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const inner = areasOf(texts.get(`${words}/inner.ts`) ?? '')
  const first = reachedFrom(entry, texts)
  const faults = [...first].flatMap(path => innerSaid(path, texts.get(path) ?? '', inner))
  return { fine: `${first.size} files of the first load say no word that comes later`, faults }
}

const areasOf = (text: string): ReadonlySet<string> =>
  new Set(matchesIn(text, /^import \{ (\w+) \}/gm).map(({ words: [, area = ''] }) => area))

function innerSaid(path: string, text: string, inner: ReadonlySet<string>): Fault[] {
  const said = matchesIn(text, /\buseWords\('(\w+)'\)/g)
  return said.flatMap(({ words: [, area = ''], line }) =>
    inner.has(area)
      ? [{ path, line, says: `the words of '${area}' are not there yet on the first screen` }]
      : [],
  )
}

/** The file and all it imports, whatever is called for later left out. */
function reachedFrom(
  path: string,
  texts: ReadonlyMap<string, string>,
  reached = new Set<string>(),
): Set<string> {
  const text = texts.get(path)
  if (text === undefined || reached.has(path)) return reached
  reached.add(path)
  for (const { from, typesOnly, later } of importsOf(text))
    if (!typesOnly && !later) reachedFrom(placeOf(path, from), texts, reached)
  return reached
}

const placeOf = (path: string, from: string): string =>
  from.startsWith('#') ? `src/${from.slice(1)}` : posix.join(posix.dirname(path), from)
