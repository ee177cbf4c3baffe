import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'
import { refusalOfFault } from './open-database.ts'
import { languagesOf } from './terminal.ts'

test('a flag counts before the environment, the environment before what holds otherwise', () => {
  expect(readSettings([], {})).toMatchObject({
    port: 8080,
    host: '::',
    databaseUrl: null,
    isDemoWanted: true,
  })
  expect(readSettings([], { PORT: '81', HOST: '127.0.0.1', DATABASE_URL: 'postgres://x' })).toMatchObject({
    port: 81,
    host: '127.0.0.1',
    databaseUrl: 'postgres://x',
  })
  expect(readSettings(['--port', '82', '--no-demo', '--data', '/data'], { PORT: '81' })).toMatchObject({
    port: 82,
    data: '/data',
    isDemoWanted: false,
  })
  for (const wrong of [['--port', 'x'], ['--port', '65536'], ['--prot', '1'], ['serve']])
    expect([wrong, readSettings(wrong, {})]).toEqual([wrong, null])
})

test('the terminal is spoken to in its language, in both where it names none', () => {
  expect(languagesOf({ LANG: 'zh_CN.UTF-8' })).toEqual(['zh'])
  expect(languagesOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB' })).toEqual(['en'])
  for (const neither of [{}, { LANG: 'C.UTF-8' }]) expect(languagesOf(neither)).toEqual(['zh', 'en'])
})

test('a full disk, a forbidden table and a lost database are told apart; any other fault stays one', () => {
  const fault = (code: string) => Object.assign(new Error('said'), { code })
  expect(refusalOfFault(fault('53100')).because).toBe('disk-full')
  expect(refusalOfFault(fault('ENOSPC')).because).toBe('disk-full')
  expect(refusalOfFault(fault('42501')).because).toBe('database-forbids')
  expect(refusalOfFault(fault('ECONNREFUSED')).because).toBe('database-unreachable')
  expect(() => refusalOfFault(new Error('a bug'))).toThrow('a bug')
})
