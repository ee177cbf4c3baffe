import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { livingProcess } from './living.ts'
import { findPostmaster } from './postmaster.ts'
import { findRunningPostgres, startPostgres, type RunningPostgres } from './start.ts'

let folder: string
let parents: ChildProcess[] = []
const log = () => undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-embedded-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  for (const parent of parents) parent.kill('SIGKILL')
  parents = []
  await rm(folder, { recursive: true, force: true })
})

test('a first start makes the database, a second finds what was written', async () => {
  const first = await start()
  await query(first.url, 'create table kept as select 5 as hearts')
  await first.stop()
  const second = await start()
  expect(await query(second.url, 'select hearts from kept')).toEqual([{ hearts: 5 }])
  expect(await query(second.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  await second.stop()
  expect(await findPostmaster(join(second.folder, 'cluster'))).toBeNull()
})

test('the password is kept where only its owner reads it, and a wrong one is refused', async () => {
  const running = await start()
  const kept = await stat(join(running.folder, 'cluster/wuxin.password'))
  expect(kept.mode & 0o077).toBe(0)
  const wrong = running.url.replace(/:[0-9a-f]+@/, ':wrong@')
  await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed')
  await running.stop()
})

test('a second start on a folder in use is told where the first one is', async () => {
  const first = await start()
  await first.tellAddress('http://127.0.0.1:8055')
  const second = await startPostgres({ folder: join(folder, 'pg'), log })
  expect(second).toMatchObject({ ok: false, because: 'already-running', told: 'http://127.0.0.1:8055' })
  expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
})

test('a command beside a running Wuxin finds its database; with none running it is told so', async () => {
  const running = await start()
  expect(await findRunningPostgres(join(folder, 'pg'))).toEqual({ ok: true, value: { url: running.url } })
  await running.stop()
  expect(await findRunningPostgres(join(folder, 'pg'))).toMatchObject({ because: 'not-running' })
})

test('when the parent is killed, its PostgreSQL stops in good order by itself', async () => {
  const { parent, postmaster } = await startInOtherProcess()
  parent.kill('SIGKILL')
  await until(async () => (await livingProcess(postmaster)) === null)
  const again = await start()
  expect(again.orphanStopped).toBe(false)
  await again.stop()
})

test('an orphan that lives on after its parent and its guard is stopped by the next start, losing nothing', async () => {
  const { parent, postmaster, url } = await startInOtherProcess()
  await query(url, 'create table kept as select 5 as hearts')
  await killGuardOf(postmaster)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  expect(await livingProcess(postmaster)).not.toBeNull()
  const again = await start()
  expect(again.orphanStopped).toBe(true)
  expect(await livingProcess(postmaster)).toBeNull()
  expect(await query(again.url, 'select hearts from kept')).toEqual([{ hearts: 5 }])
  await again.stop()
})

test('a pid file whose number belongs to another process does not stop a start', async () => {
  const first = await start()
  await first.stop()
  await writeFile(join(first.folder, 'cluster/postmaster.pid'), `${process.pid}\n${first.folder}\n0\n5432\n`)
  const again = await start()
  expect(again.orphanStopped).toBe(false)
  await again.stop()
})

test('a pid file of a zombie does not stop a start', async () => {
  const first = await start()
  await first.stop()
  const { parent, zombie } = await makeZombie()
  await writeFile(join(first.folder, 'cluster/postmaster.pid'), `${zombie}\n${first.folder}\n0\n5432\n`)
  expect(await livingProcess(zombie)).toBeNull()
  const again = await start()
  await again.stop()
  parent.kill('SIGKILL')
})

test('a PostgreSQL that is killed comes back on the same port with all that was committed', async () => {
  const running = await start()
  await query(running.url, 'create table kept as select 5 as hearts')
  const found = await findPostmaster(join(running.folder, 'cluster'))
  process.kill(found?.pid ?? 0, 'SIGKILL')
  await until(async () => {
    const now = await findPostmaster(join(running.folder, 'cluster'))
    return now !== null && now.ready && now.pid !== found?.pid
  })
  expect(await query(running.url, 'select hearts from kept')).toEqual([{ hearts: 5 }])
  await running.stop()
})

test('a first start cut short leaves nothing that is taken for a database', async () => {
  await mkdir(join(folder, 'pg/cluster.begun'), { recursive: true })
  await writeFile(join(folder, 'pg/cluster.begun/PG_VERSION'), '18\n')
  const running = await start()
  expect(await query(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await running.stop()
})

test('a port that another program has is named as taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const started = await startPostgres({ folder: join(folder, 'pg'), log, port })
  expect(started).toMatchObject({ ok: false, because: 'port-taken' })
  other.close()
})

test('a folder that cannot be made is refused', async () => {
  await writeFile(join(folder, 'pg'), 'a file where the folder should be')
  expect(await startPostgres({ folder: join(folder, 'pg'), log })).toMatchObject({
    ok: false,
    because: 'folder-unwritable',
  })
  expect(await startPostgres({ folder: '/proc/wuxin/pg', log })).toMatchObject({
    ok: false,
    because: 'folder-unwritable',
  })
})

test('a folder of another version of PostgreSQL is refused and left alone', async () => {
  const first = await start()
  await first.stop()
  const version = join(first.folder, 'cluster/PG_VERSION')
  await writeFile(version, '17\n')
  expect(await startPostgres({ folder: join(folder, 'pg'), log })).toMatchObject({
    ok: false,
    because: 'folder-of-another-version',
  })
  expect(await readFile(version, 'utf8')).toBe('17\n')
})

async function start(): Promise<RunningPostgres> {
  const started = await startPostgres({ folder: join(folder, 'pg'), log })
  if (!started.ok) throw new Error(`${started.because}: ${started.told}`)
  return started.value
}

async function startInOtherProcess() {
  const parent = fork(join(import.meta.dirname, 'start.in-other-process.ts'), [join(folder, 'pg')])
  parents.push(parent)
  const [told] = (await once(parent, 'message')) as [{ url: string; folder: string }]
  const found = await findPostmaster(join(told.folder, 'cluster'))
  return { parent, url: told.url, postmaster: found?.pid ?? 0 }
}

async function killGuardOf(postmaster: number): Promise<void> {
  for (const name of await readdir('/proc')) {
    const living = await livingProcess(Number(name))
    if (living?.command === `/bin/sh -c read _; kill -INT "$0" ${postmaster}`)
      process.kill(Number(name), 'SIGKILL')
  }
}

/** A process that has ended while its parent, which sleeps, has not asked for its end. */
async function makeZombie() {
  const parent = spawn('/bin/sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'])
  parents.push(parent)
  const [told] = (await once(parent.stdout, 'data')) as [Buffer]
  const zombie = Number(String(told))
  await until(async () => / Z /.test(await readFile(`/proc/${zombie}/stat`, 'utf8')))
  return { parent, zombie }
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20)
}
