/*
 * `npm test`: everything that is checked, in order, each with one line and its time, stopping at the first that
 * fails. The last line is always `N passed, N failed`, counting tests, so that a machine can read it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, root, secondsSince, startPinned, toolEnvironment } from './install.mjs'

ensureInstalled()

const tool = path => join(root, 'node_modules', path)

const steps = [
  ...['pure', 'server', 'app', 'test'].map(part => [
    `types: ${part}`,
    [tool('typescript/bin/tsc'), '-p', `tsconfig.${part}.json`],
  ]),
  ['lint', [tool('oxlint/bin/oxlint'), '--deny-warnings']],
  ['format', [tool('oxfmt/bin/oxfmt'), '--check']],
  ['checks', ['scripts/check/all.ts']],
  ['build', ['scripts/build.mjs']],
  ['weight', ['scripts/check/weight.ts']],
]

const began = Date.now()
for (const [name, words] of steps) {
  const started = Date.now()
  const { code, said } = await run(words, ['ignore', 'pipe', 'pipe'])
  const line = said.trim() === '' ? '' : `\n${said.trimEnd().replaceAll(/^/gm, '    ')}`
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} ${secondsSince(started)}${line}\n`)
  if (code !== 0) end(`Stopped at: ${name}.`, 0, 1)
}

const report = join(root, 'test-output/vitest.json')
mkdirSync(join(root, 'test-output'), { recursive: true })
rmSync(report, { force: true })
const words = [tool('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json']
const { code } = await run([...words, `--outputFile.json=${report}`], ['ignore', 'inherit', 'inherit'])
const { passed, failed } = readTotals()
end(`All of it took ${secondsSince(began)}.`, passed, code === 0 ? failed : Math.max(failed, 1))

function run(words, stdio) {
  return new Promise(resolve => {
    let said = ''
    const env = stdio.includes('inherit') ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }
    const child = startPinned(words, { stdio, env: { ...toolEnvironment(), ...env } })
    child.stdout?.on('data', chunk => (said += chunk))
    child.stderr?.on('data', chunk => (said += chunk))
    child.on('error', fault => resolve({ code: 1, said: fault.message }))
    child.on('close', code => resolve({ code: code ?? 1, said }))
  })
}

function readTotals() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function end(sentence, passed, failed) {
  process.stdout.write(`${sentence}\n${passed} passed, ${failed} failed\n`)
  process.exit(failed === 0 ? 0 : 1)
}
