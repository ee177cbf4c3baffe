import { expect, test } from 'vitest'
import { judgeLicences } from './licences.ts'
import { checkNames } from './names.ts'
import { checkSkips } from './skips.ts'

test.for([
  ['src/server/log/date-utils.ts', '', '"utils" in a file\'s name'],
  ['src/server/common/clock.ts', '', '"common" in a file\'s name'],
  ['src/sync/outbox.ts', 'export function handlerOf() {}', '"handler" in the exported name handlerOf'],
  ['src/sync/outbox.ts', 'export type HouseholdEntity = {}', '"entity" in the exported name HouseholdEntity'],
  ['src/domain/needs/need.ts', 'export const trustScore = 1', '"score" in the exported name trustScore'],
] as const)(
  'a name that says nothing, or that the method forbids, is a fault: %s %s',
  ([path, text, told]) => {
    const { faults } = checkNames([{ path, text }])
    expect(faults).toHaveLength(1)
    expect(faults[0]?.says).toContain(told)
  },
)

test('names of the glossary, a catalogue service and the service worker are fine', () => {
  const { faults } = checkNames([
    { path: 'src/domain/services/service.ts', text: 'export type ServiceCode = string' },
    { path: 'src/app/service-worker/fetch.ts', text: 'const item = 1' },
    { path: 'src/domain/needs/need.ts', text: '// export const util = 1\nexport const needsDue = 1' },
  ])
  expect(faults).toEqual([])
})

test.for([
  "test.skip('a', () => {})",
  "describe.only('a', () => {})",
  "test.todo('a')",
  "test.skipIf(true)('a', () => {})",
  'const a = 1 // @ts-ignore',
  'const a = 1 // @ts-expect-error',
])('nothing is left out or silenced: %s', text => {
  expect(checkSkips([{ path: 'src/a.test.ts', text }]).faults).toHaveLength(1)
})

test('a silenced type with its reason is fine, and so is a word that only looks like a skip', () => {
  const text = "// @ts-expect-error the wrong state cannot be written\nexpect(list.only).toBe('test.skip')"
  expect(checkSkips([{ path: 'src/a.test.ts', text }]).faults).toHaveLength(0)
})

test.for(['SSPL-1.0', 'FSL-1.1-MIT', 'AGPL-3.0-only', 'BUSL-1.1', 'GPL-3.0', 'UNLICENSED', ''])(
  'the licence "%s" cannot be carried',
  licence => {
    expect(judgeLicences([{ name: 'a', licence }]).faults).toHaveLength(1)
  },
)

test.for(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'BSD-3-Clause', 'LGPL-3.0', 'ISC', 'BlueOak-1.0.0'])(
  'the licence "%s" can be carried',
  licence => {
    expect(judgeLicences([{ name: 'a', licence }]).faults).toEqual([])
  },
)
