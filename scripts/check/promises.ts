import { dirname, join, normalize } from 'node:path/posix'
import { isTest, lineAt, withoutComments, type Fault, type SourceFile, type Verdict } from './house.ts'

/** The pages that say in plain words what may be relied on. */
const pages = ['docs/guide/what-we-promise.md', 'docs/guide/what-we-promise.zh-CN.md']

/**
 * Every rule of the sync stands on each page of promises, followed by a link to a test; the test is there and quotes the
 * rule. So a promise cannot outlive its proof.
 */
export function checkPromises(files: readonly SourceFile[]): Verdict {
  const rules = files
    .filter(({ path }) => path === 'docs/rules/sync.md')
    .flatMap(({ text }) => [...text.matchAll(/^- \[(S\d+)\]/gm)].map(([, rule = '']) => rule))
  const faults = pages.flatMap(path => {
    const page = files.find(file => file.path === path)
    if (page === undefined) return [{ path, line: 1, says: 'the page of promises is not there' }]
    return [...unpromised(page, rules), ...unprovenIn(page, files)]
  })
  return { fine: `${rules.length} promises, each with its test, in ${pages.length} languages`, faults }
}

const unpromised = ({ path, text }: SourceFile, rules: readonly string[]): readonly Fault[] =>
  rules
    .filter(rule => !text.includes(`[${rule}]`))
    .map(rule => ({ path, line: 1, says: `says nothing of [${rule}]` }))

function unprovenIn({ path, text }: SourceFile, files: readonly SourceFile[]): readonly Fault[] {
  const quotes = [...text.matchAll(/\[([SH]\d+)\](?!\()(?:\s?[（(]\[[^\]]+\]\(([^)]+)\)[）)])?/g)]
  return quotes.flatMap(({ 1: rule = '', 2: link, index }): Fault[] => {
    const line = lineAt(text, index)
    if (link === undefined) return [{ path, line, says: `[${rule}] has no link to its test behind it` }]
    const target = normalize(join(dirname(path), link))
    const test = files.find(file => file.path === target)
    if (test === undefined || !isTest(test)) return [{ path, line, says: `${target} is no test` }]
    return withoutComments(test.text).includes(`[${rule}]`)
      ? []
      : [{ path, line, says: `${target} does not quote [${rule}]` }]
  })
}
