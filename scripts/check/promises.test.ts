import { expect, test } from 'vitest'
import { checkPromises } from './promises.ts'

const rules = { path: 'docs/rules/sync.md', text: '- [S1] Once.\n' }
const proof = { path: 'src/sync/outbox.test.ts', text: "test('[S1] sent twice, applied once', () => {})" }
const page = (path: string, says: string) => ({ path: `docs/guide/what-we-promise${path}.md`, text: says })
const english = page('', 'Once. [S1] ([test](../../src/sync/outbox.test.ts))\n')
const chinese = page('.zh-CN', '只算一次。[S1]（[测试](../../src/sync/outbox.test.ts)）\n')

const says = (...files: { readonly path: string; readonly text: string }[]) =>
  checkPromises(files).faults.map(({ path, line, says }) => `${path}:${line} ${says}`)

test('a promise with its test on both pages is fine', () => {
  expect(says(rules, proof, english, chinese)).toEqual([])
})

test('a promise without a test, with a test that is gone, or with one that proves something else is a fault', () => {
  const path = english.path
  expect(says(rules, proof, { path, text: 'Once. [S1]\n' }, chinese)).toEqual([
    `${path}:1 [S1] has no link to its test behind it`,
  ])
  expect(says(rules, english, chinese)).toHaveLength(2)
  expect(says(rules, { ...proof, text: "test('[S2] something else')" }, english, chinese)).toEqual([
    `${path}:1 src/sync/outbox.test.ts does not quote [S1]`,
    `${chinese.path}:1 src/sync/outbox.test.ts does not quote [S1]`,
  ])
})

test('a rule of which a page says nothing is a fault, and so is a page that is not there', () => {
  expect(says(rules, proof, page('', 'Nothing.\n'), chinese)).toEqual([
    `${english.path}:1 says nothing of [S1]`,
  ])
  expect(says(rules, proof, english)).toEqual([`${chinese.path}:1 the page of promises is not there`])
})
