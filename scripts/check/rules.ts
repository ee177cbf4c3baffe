import {
  isCode,
  isTest,
  matchesIn,
  withoutComments,
  type Fault,
  type SourceFile,
  type Verdict,
} from './house.ts'

type Place = { readonly rule: string; readonly path: string; readonly line: number; readonly words: string }

const listOfUnbuilt = 'docs/rules/not-yet-built.md'

/**
 * Every numbered rule of `docs/rules` is quoted as `[H12]` by a test, or listed in `not-yet-built.md` with the
 * reason; every quoted rule exists; and nothing is listed there that a test already proves, so the list shrinks.
 */
export function checkRules(files: readonly SourceFile[]): Verdict {
  const written = files.filter(({ path }) => path.startsWith('docs/rules/') && path.endsWith('.md'))
  const rules = written.filter(({ path }) => path !== listOfUnbuilt).flatMap(definitionsIn)
  const unbuilt = written.filter(({ path }) => path === listOfUnbuilt).flatMap(definitionsIn)
  const tests = files.filter(file => isTest(file) && !isOwnTest(file))
  const proven = tests.flatMap(file => quotesIn(file, withoutComments(file.text)))
  const quoted = files
    .filter(file => isCode(file) && !isTest(file) && file.path.startsWith('src/'))
    .flatMap(file => quotesIn(file, file.text))
  if (rules.length === 0)
    return { fine: '', faults: [{ path: 'docs/rules', line: 1, says: 'no numbered rule is written here' }] }
  const faults = [
    ...doubled(rules),
    ...unknown([...proven, ...quoted, ...unbuilt], rules),
    ...unproven(rules, proven, unbuilt),
    ...wronglyListed(unbuilt, proven),
  ]
  const proof = new Set(proven.map(({ rule }) => rule)).size
  return { fine: `${rules.length} rules, ${proof} proven by tests, ${unbuilt.length} not yet built`, faults }
}

/** A list point `- [S5] …` or a table's row `| H1 | …`. */
function definitionsIn(file: SourceFile): Place[] {
  const pattern = /^(?:[-*] \[([A-Z]\d+)\]|\| ?\[?([A-Z]\d+)\]? ?\|)(.*)$/gm
  return matchesIn(file.text, pattern).map(({ words: [, point, row, words = ''], line }) => ({
    rule: point ?? row ?? '',
    path: file.path,
    line,
    words: words.trim(),
  }))
}

/** `[H12]` with a letter the rules use; what stands after a name or a bracket (`rows[N1]`) is code. */
function quotesIn({ path }: SourceFile, text: string): Place[] {
  return matchesIn(text, /(?<![\w\])])\[([A-Z]\d{1,2})\]/g).map(({ words: [, rule = ''], line }) => ({
    rule,
    path,
    line,
    words: '',
  }))
}

/** The tests of this check quote rules that are not the house's. */
const isOwnTest = ({ path }: SourceFile): boolean => path.startsWith('scripts/check/')

const fault = ({ path, line }: Place, says: string): Fault => ({ path, line, says })

const names = (places: readonly Place[]): ReadonlySet<string> => new Set(places.map(({ rule }) => rule))

function doubled(rules: readonly Place[]): Fault[] {
  const seen = new Set<string>()
  return rules.flatMap(place => {
    const again = seen.has(place.rule)
    seen.add(place.rule)
    return again ? [fault(place, `[${place.rule}] is written twice`)] : []
  })
}

function unknown(quotes: readonly Place[], rules: readonly Place[]): Fault[] {
  const known = names(rules)
  return quotes
    .filter(({ rule }) => !known.has(rule))
    .map(place => fault(place, `[${place.rule}] is no rule of docs/rules`))
}

function unproven(rules: readonly Place[], proven: readonly Place[], unbuilt: readonly Place[]): Fault[] {
  const done = names([...proven, ...unbuilt])
  return rules
    .filter(({ rule }) => !done.has(rule))
    .map(place => fault(place, `[${place.rule}] is quoted by no test and not listed in ${listOfUnbuilt}`))
}

function wronglyListed(unbuilt: readonly Place[], proven: readonly Place[]): Fault[] {
  const done = names(proven)
  return unbuilt.flatMap(place => {
    if (done.has(place.rule))
      return [fault(place, `[${place.rule}] is quoted by a test: take it off this list`)]
    return place.words === '' ? [fault(place, `[${place.rule}] says no reason why it is not yet built`)] : []
  })
}
