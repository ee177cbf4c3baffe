import { execFile, spawn } from 'node:child_process'
import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openDatabase } from '#server/db/database.ts'
import { launchBrowser } from '../../test/browser/browser.ts'
import { cookieOf } from '../province/people.ts'
import type { ProvincePlan } from '../province/plan.ts'
import type { Endings } from '../run/endings.ts'
import { round } from '../run/figures.ts'
import { addressOf, endProcess, layGround, makeFolder, tell, type Ground } from '../run/ground.ts'
import type { Measured, Wanted } from '../run/measured.ts'
import { takeFirstSyncs, type Side } from './first-syncs.ts'
import { buildPage } from './pages.ts'

const run = promisify(execFile)
const peers = join(import.meta.dirname, '../peers')
const times = 3

/** One visitor with ten villages of 500 households: 5,000 documents. */
const plan: ProvincePlan = {
  villages: 10,
  householdsEach: 500,
  needsEach: 1,
  villagesATeam: 10,
  visitors: 2,
  seed: 3,
}

/** The same 5,000 households into the storage of the same browser: ours, two peers, and the least that can be done. */
export async function measurePeers(_wanted: Wanted, endings: Endings): Promise<Measured> {
  await installPeers()
  const folder = await makeFolder(endings)
  const pages = (name: string) => join(folder, name)
  await buildPage(join(import.meta.dirname, 'our-page.ts'), pages('ours'))
  await buildPage(join(import.meta.dirname, 'floor-page.ts'), pages('floor'))
  await buildPage(join(peers, 'pouch-page.mjs'), pages('pouch'))
  await buildPage(join(peers, 'rxdb-page.mjs'), pages('rxdb'))
  const ground = await layGround(plan, endings, pages('ours'))
  const documents = join(folder, 'documents.json')
  await writeFile(documents, await documentsOf(ground))
  const serve = (script: string, ...words: readonly string[]) =>
    startOther(script, words, { DATABASE_URL: ground.databaseUrl }, endings)
  const floorAt = await serve(join(import.meta.dirname, 'serve-floor.in-other-process.ts'), pages('floor'))
  const pouchAt = await serve(join(peers, 'serve-pouch.mjs'), documents, pages('pouch'))
  const rxdbAt = await serve(join(peers, 'serve-plain.mjs'), documents, pages('rxdb'))
  const sides: readonly Side[] = [
    { name: 'floor', address: floorAt, batch: 0, cookie: null },
    { name: 'ours', address: ground.address, batch: 0, cookie: cookieFor(ground) },
    { name: 'rxdb', address: rxdbAt, batch: 500, cookie: null },
    { name: 'pouch', address: pouchAt, batch: 100, cookie: null },
    { name: 'pouchInLargeBatches', address: pouchAt, batch: 1000, cookie: null },
  ]
  const browser = await launchBrowser()
  endings.add(() => browser.close())
  const taken: Record<string, Awaited<ReturnType<typeof takeFirstSyncs>>> = {}
  for (const side of sides) {
    const synced = await takeFirstSyncs(browser, side, ground.province.households, times)
    taken[side.name] = synced
    tell(`${side.name}: ${synced.milliseconds} ms, ${synced.bytes} bytes, ${synced.requests} requests`)
  }
  const took = (name: string) => taken[name]?.milliseconds ?? Number.NaN
  const pouch = Math.min(took('pouch'), took('pouchInLargeBatches'))
  return {
    households: ground.province.households,
    ...taken,
    timesFasterThanPouch: round(pouch / took('ours'), 1),
    timesFasterThanBestPeer: round(Math.min(pouch, took('rxdb')) / took('ours'), 1),
    ratio: round(took('ours') / took('floor'), 2),
  }
}

/** The peers are installed once, in a folder of their own, at the versions of its lockfile. */
async function installPeers(): Promise<void> {
  const isThere = await access(join(peers, 'node_modules/.package-lock.json')).then(
    () => true,
    () => false,
  )
  if (isThere) return
  tell('installing the peers')
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peers })
}

async function documentsOf({ databaseUrl }: Ground): Promise<string> {
  const { db, close } = openDatabase(databaseUrl, () => undefined, 1)
  try {
    const rows = await db.selectFrom('households').select('state').execute()
    return JSON.stringify(rows.map(({ state }) => state))
  } finally {
    await close()
  }
}

function cookieFor({ province }: Ground): Side['cookie'] {
  const [visitor] = province.visitors
  const [name = '', value = ''] = cookieOf(visitor?.token ?? '', province.secret).split('=')
  return { name, value }
}

function startOther(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  endings: Endings,
): Promise<string> {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: peers,
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endings.add(() => endProcess(child))
  return addressOf(child)
}
