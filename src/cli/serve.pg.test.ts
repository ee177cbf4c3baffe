import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asInstant } from '#domain/base/days.ts'
import { emptyDatabase, type TestDatabase } from '#test/postgres/database.ts'
import { campaign } from './campaign.ts'
import type { CommandParts } from './in-database.ts'
import { people } from './people.ts'
import { serve } from './serve.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await emptyDatabase()
  folder = await mkdtemp(join(tmpdir(), 'wuxin-serve-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

type Served = { readonly ending: number; readonly printed: string; readonly complained: string }

/** Runs `serve` until it has printed where it serves, lets `meanwhile` look, and stops it. */
async function served(
  environment: Record<string, string>,
  meanwhile: (address: string) => Promise<void> = async () => undefined,
  args: readonly string[] = [],
): Promise<Served> {
  let printed = ''
  let complained = ''
  let stop = () => {}
  const stopped = new Promise<void>(resolve => {
    stop = resolve
  })
  let look = Promise.resolve()
  const ending = await serve(args, {
    environment: { PORT: '0', HOST: '127.0.0.1', LANG: 'en_US.UTF-8', WUXIN_DATA: folder, ...environment },
    clock: () => asInstant('2026-04-17T02:00:00Z'),
    print(line) {
      printed += line
      look = meanwhile(/http:\S+/.exec(line)?.[0] ?? '').finally(stop)
    },
    complain(line) {
      complained += line
    },
    untilStopped: () => stopped,
  })
  await look
  return { ending, printed, complained }
}

const signIn = async (address: string, username: string, password: string): Promise<number> => {
  const answer = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  return answer.status
}

test('an empty database is filled with the demo, once; its people sign in with what the terminal says', async () => {
  const environment = { DATABASE_URL: database.url }
  const first = await served(environment, async address => {
    expect((await fetch(address)).status).toBe(200)
    expect(await signIn(address, 'zhoumin', 'wuxin-2026')).toBe(200)
  })
  expect(first.ending).toBe(0)
  expect(first.printed).toMatch(/Wuxin is open at http:\/\/127\.0\.0\.1:\d+/)
  expect(first.printed).toContain('zhoumin')
  expect(first.printed).toContain('campaign begin --area')
  const again = await served({ ...environment, LANG: 'zh_CN.UTF-8' })
  expect(again.ending).toBe(0)
  expect(again.printed).toContain('五心已经打开')
})

test('a demo whose loading was cut off is loaded anew', async () => {
  const { migrate } = await import('#server/db/migrate.ts')
  const { openDatabase } = await import('#server/db/database.ts')
  await migrate(database.url)
  const { db, close } = openDatabase(database.url, () => undefined)
  await db.insertInto('villages').values({ code: '420325102213', name: '半截', town: '' }).execute()
  await close()
  expect((await served({ DATABASE_URL: database.url })).ending).toBe(0)
})

test('without a campaign and without the demo it says how to begin one; one begun is served', async () => {
  const environment = { DATABASE_URL: database.url, LANG: 'en' }
  const none = await served(environment, undefined, ['--no-demo'])
  expect(none.ending).toBe(1)
  expect(none.complained).toContain('campaign begin --area')

  const said: string[] = []
  const parts: CommandParts = {
    environment,
    print: ({ en }) => void said.push(en),
    complain: ({ en }, ending) => {
      said.push(en)
      return ending
    },
  }
  expect(await campaign(['begin', '--area', '420325', '--name', '走访'], parts)).toBe(0)
  expect(await campaign(['begin', '--area', '420325', '--name', '又一个'], parts)).toBe(1)
  expect(await campaign(['begin', '--area', '990000', '--name', '没有'], parts)).toBe(2)
  expect(await campaign(['begin', '--name', '没有'], parts)).toBe(2)
  expect(said[1]).toContain('holds a campaign already')
  const password = /signing in\): (\S+)/.exec(said[0] ?? '')?.[1] ?? ''

  expect(await people(['add', '--username', '周敏', '--name', '周敏', '--role', 'visitor'], parts)).toBe(0)
  const visitor = /: (\S+)$/.exec(said.at(-1) ?? '')?.[1] ?? ''
  expect(await people(['add', '--username', '周敏', '--name', '另一个', '--role', 'visitor'], parts)).toBe(1)
  expect(await people(['add', '--username', 'x1', '--name', '王', '--role', 'emperor'], parts)).toBe(2)
  await served(environment, async address => {
    expect(await signIn(address, 'office', password)).toBe(200)
    expect(await signIn(address, '周敏', visitor)).toBe(200)
    expect(await people(['password', '--username', '周敏'], parts)).toBe(0)
    expect(await signIn(address, '周敏', visitor)).toBe(401)
  })
})

test('a taken port, a database that does not answer and a wrong flag each have their sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const taken = await served({ DATABASE_URL: database.url, PORT: String(port) })
  expect([taken.ending, taken.printed]).toEqual([1, ''])
  expect(taken.complained).toContain(`Port ${port} (address 127.0.0.1) is used by another program`)
  expect(taken.complained).toContain('--port 8081')
  other.close()
  await once(other, 'close')

  const away = await served({ DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`, LANG: 'zh_CN.UTF-8' })
  expect(away.ending).toBe(1)
  expect(away.complained).toContain('连不上数据库')

  const wrong = await served({ PORT: 'eighty' })
  expect(wrong.ending).toBe(2)
  expect(wrong.complained).toContain('WUXIN_DATA')
})

test('a data folder that is none has its sentence, in both languages where the terminal names none', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const refused = await served({ WUXIN_DATA: join(file, 'data'), LANG: '' })
  expect(refused.ending).toBe(1)
  expect(refused.complained).toMatch(/无法读写[\s\S]*cannot be read and written/)
})

test('with the PostgreSQL that comes along: a second start on the same data is told where the first one is', async () => {
  const first = await served({}, async address => {
    expect(await signIn(address, 'helan', 'wuxin-2026')).toBe(200)
    const second = await served({})
    expect(second.ending).toBe(3)
    expect(second.complained).toContain(`Wuxin is already running at ${address}`)
  })
  expect(first.ending).toBe(0)
}, 60_000)
