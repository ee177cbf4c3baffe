import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { livingProcess } from './living.ts'
import { holderOf, lockFolder } from './lock.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('of many who start at once exactly one takes the folder', async () => {
  const locks = await Promise.all(Array.from({ length: 8 }, () => lockThenTell()))
  expect(locks.filter(lock => lock.ok)).toHaveLength(1)
  expect(locks.filter(lock => !lock.ok && lock.because === 'already-running')).toHaveLength(7)
  expect(await readdir(folder)).toEqual(['wuxin.lock'])
})

test('of many who start at once over a dead lock exactly one takes the folder', async () => {
  for (let round = 0; round < 40; round++) {
    await writeFile(join(folder, 'wuxin.lock'), dead(`round ${round}`))
    const locks = await Promise.all(Array.from({ length: 8 }, () => lockThenTell()))
    expect(locks.filter(lock => lock.ok)).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['wuxin.lock'])
  }
})

test('one who died while taking over a dead lock is taken over as well', async () => {
  const words = dead('first')
  const claim = createHash('sha256').update(words).digest('hex').slice(0, 16)
  await writeFile(join(folder, 'wuxin.lock'), words)
  await writeFile(join(folder, `wuxin.lock.after-${claim}`), dead('second'))
  const locks = await Promise.all(Array.from({ length: 8 }, () => lockThenTell()))
  expect(locks.filter(lock => lock.ok)).toHaveLength(1)
  expect(await readdir(folder)).toEqual(['wuxin.lock'])
})

test('a lock of a living process tells its address, and counts for nothing once released', async () => {
  const lock = await lockThenTell()
  expect(await holderOf(folder)).toEqual({ address: 'http://127.0.0.1:8055' })
  if (lock.ok) await lock.value.release()
  expect(await holderOf(folder)).toBeNull()
  expect(await lockThenTell()).toMatchObject({ ok: true })
})

test('a lock whose process number has since been given to another counts for nothing', async () => {
  const living = await livingProcess(process.pid)
  const dead = {
    pid: process.pid,
    bornAt: `${living?.bornAt}-before`,
    since: '',
    address: 'http://127.0.0.1:1',
  }
  await writeFile(join(folder, 'wuxin.lock'), JSON.stringify(dead))
  expect(await holderOf(folder)).toBeNull()
  expect(await lockThenTell()).toMatchObject({ ok: true })
})

test('a lock file that is empty or broken (a disk that was full) counts for nothing', async () => {
  await writeFile(join(folder, 'wuxin.lock'), '{"pid":')
  expect(await lockThenTell()).toMatchObject({ ok: true })
})

test('a folder that is not there is refused', async () => {
  expect(await lockFolder(join(folder, 'none'))).toMatchObject({ because: 'folder-unwritable' })
})

const dead = (since: string): string => JSON.stringify({ pid: 1, bornAt: 'long ago', since, address: '' })

async function lockThenTell() {
  const lock = await lockFolder(folder)
  if (lock.ok) await lock.value.tellAddress('http://127.0.0.1:8055')
  return lock
}
