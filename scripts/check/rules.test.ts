import { expect, test } from 'vitest'
import { checkRules } from './rules.ts'

const written = { path: 'docs/rules/sync.md', text: '# Sync\n\n- [S1] Once.\n- [S2] Received.\n' }
const table = { path: 'docs/rules/hearts.md', text: '| # | rule |\n|---|---|\n| H1 | A brief. |\n' }
const tests = {
  path: 'src/sync/outbox.test.ts',
  text: "test('[S1] sent twice, applied once', () => {})\ntest(`[H1] [S2] both`, () => {})\n// [S9] is not quoted",
}
const none = { path: 'docs/rules/not-yet-built.md', text: '# Not yet built\n' }

const says = (...files: { readonly path: string; readonly text: string }[]) =>
  checkRules(files).faults.map(({ path, line, says }) => `${path}:${line} ${says}`)

test('rules that are all quoted by tests are fine', () => {
  expect(checkRules([written, table, tests, none])).toEqual({
    fine: '3 rules, 3 proven by tests, 0 not yet built',
    faults: [],
  })
})

test('a rule that no test quotes is a fault, unless it is listed with its reason', () => {
  const more = { path: 'docs/rules/more.md', text: '- [S3] Kept.\n' }
  expect(says(written, table, tests, more, none)).toEqual([
    'docs/rules/more.md:1 [S3] is quoted by no test and not listed in docs/rules/not-yet-built.md',
  ])
  expect(says(written, table, tests, more, { ...none, text: '- [S3] comes with the device.\n' })).toEqual([])
  expect(says(written, table, tests, more, { ...none, text: '- [S3]\n' })).toEqual([
    'docs/rules/not-yet-built.md:1 [S3] says no reason why it is not yet built',
  ])
})

test('what a test proves may not be listed as not yet built, so the list shrinks', () => {
  expect(says(written, table, tests, { ...none, text: '- [S1] later\n' })).toEqual([
    'docs/rules/not-yet-built.md:1 [S1] is quoted by a test: take it off this list',
  ])
})

test('a quoted rule that is not written is a fault, in tests and in comments of the code', () => {
  const code = { path: 'src/sync/outbox.ts', text: 'const a = rows[N1]\n/** Nothing is lost [S7]. */\n' }
  expect(says(written, table, tests, none, code)).toEqual([
    'src/sync/outbox.ts:2 [S7] is no rule of docs/rules',
  ])
})

test('a rule written twice is a fault, and so is a house without rules', () => {
  expect(says(written, table, tests, none, { path: 'docs/rules/again.md', text: '- [S1] Again.\n' })).toEqual(
    ['docs/rules/again.md:1 [S1] is written twice'],
  )
  expect(says(tests)).toEqual(['docs/rules:1 no numbered rule is written here'])
})
