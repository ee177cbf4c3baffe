import { expect, test } from 'vitest'
import { checkBoundaries } from './boundaries.ts'
import { importsOf } from './imports.ts'

const says = (path: string, text: string): readonly string[] =>
  checkBoundaries([{ path, text }]).faults.map(fault => `${fault.line}: ${fault.says}`)

test.for([
  ['src/domain/needs/need.ts', "import type { Day } from '#domain/base/days.ts'"],
  ['src/domain/needs/need.schema.ts', "import { object } from 'zod/mini'"],
  ['src/domain/needs/need.ts', "import { accept } from '../base/decision.ts'"],
  ['src/sync/outbox.ts', "import { accept } from '#domain/base/decision.ts'"],
  ['src/server/log/append.ts', "import { decide } from '#sync/decide.ts'\nimport pg from 'pg'"],
  ['src/cli/serve.ts', "import { serve } from '#server/main.ts'\nimport { load } from '../../demo/load.ts'"],
  ['src/app/needs/useNeed.ts', "import type { Wire } from '#sync/wire.schema.ts'"],
  ['src/app/sync/answer.parse.ts', "import { wire } from '#sync/wire.schema.ts'"],
  [
    'src/sync/replica.test.ts',
    "import { test } from 'vitest'\nimport { aFamily } from '#test/builders/family.ts'",
  ],
] as const)('%s may: %s', ([path, text]) => {
  expect(says(path, text)).toEqual([])
})

test.for([
  [
    'src/domain/base/days.ts',
    "import { need } from '#domain/needs/need.ts'",
    'domain/base may not import domain',
  ],
  ['src/domain/needs/need.ts', "import { outbox } from '../../sync/outbox.ts'", 'domain may not import sync'],
  ['src/domain/needs/need.ts', "import { z } from 'zod/mini'", 'only in files named *.schema.ts'],
  ['src/domain/needs/need.schema.ts', "import { z } from 'zod'", 'only zod/mini is allowed'],
  ['src/sync/outbox.ts', "import { readFile } from 'node:fs/promises'", 'take no package: node:fs/promises'],
  ['src/server/log/append.ts', "import { App } from '#app/App.tsx'", 'server may not import app'],
  ['src/server/log/append.ts', "const cli = await import('#cli/main.ts')", 'server may not import cli'],
  ['src/server/log/append.ts', "export * from '../../../demo/load.ts'", 'server may not import demo'],
  ['src/app/App.tsx', "import '#server/main.ts'", 'app may not import server'],
  ['src/app/App.tsx', "import { a } from '#test/builders/family.ts'", 'app may not import test'],
  ['src/app/App.tsx', "import { wire } from '#sync/wire.schema.ts'", 'only types of a schema'],
  ['src/app/App.tsx', "import { join } from 'node:path'", 'is not there'],
  ['src/app/App.tsx', "import { z } from 'zod'", 'zod/mini, which is smaller'],
  ['src/app/App.tsx', 'export default function App() {}', 'no default export'],
  ['src/domain/needs/index.ts', 'export const a = 1', 'no barrel'],
] as const)('%s may not: %s', ([path, text, because]) => {
  const found = says(path, text)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(because)
})

test('imports are found over several lines, with their line, and not in comments or words', () => {
  const text = `// import { a } from './a.ts'
/* import './b.ts' */
import {
  c,
  type D,
} from './c.ts'
import type { E } from './e.ts'; export { f } from './f.ts'
const words = 'see http://example.org // no comment'
const g = await import('./g.ts')`
  expect(importsOf(text)).toEqual([
    { from: './c.ts', line: 3, typesOnly: false, later: false },
    { from: './e.ts', line: 7, typesOnly: true, later: false },
    { from: './f.ts', line: 7, typesOnly: false, later: false },
    { from: './g.ts', line: 9, typesOnly: false, later: true },
  ])
})
