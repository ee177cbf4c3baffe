import { expect, test } from 'vitest'
import { refusalFrom, saidBy } from './outcome.ts'

test.for([
  ['initdb: error: could not write file "/x/postgresql.conf": No space left on device', 'disk-full'],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full'],
  ['FATAL:  could not extend file "base/5/1249": Disk quota exceeded', 'disk-full'],
  ["ENOSPC: no space left on device, mkdir '/x/pg'", 'disk-full'],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken'],
  ["EACCES: permission denied, mkdir '/x/pg'", 'folder-unwritable'],
  ["EROFS: read-only file system, open '/x/pg/wuxin.lock'", 'folder-unwritable'],
  ['initdb: error: could not create directory "/x/pg": Permission denied', 'folder-unwritable'],
  ['FATAL:  database files are incompatible with server', 'folder-of-another-version'],
  ['FATAL:  could not load locale', 'postgres-does-not-start'],
] as const)('what the machine said is read: %s', ([told, because]) => {
  expect(refusalFrom(told, 'postgres-does-not-start')).toEqual({ ok: false, because, told })
})

test('of several faults at once all are told', () => {
  const both = new AggregateError([new Error('refused by ::1'), new Error('refused by 127.0.0.1')])
  expect(saidBy(both)).toBe('refused by ::1; refused by 127.0.0.1')
})
