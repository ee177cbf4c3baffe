import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '#domain/base/days.ts'
import { startPostgres } from '#server/embedded/start.ts'
import type { ProvincePlan } from '../province/plan.ts'
import { seedProvince, type Province } from '../province/seed.ts'
import type { Endings } from './endings.ts'

const root = join(import.meta.dirname, '../..')

/** A province in the shipped PostgreSQL with its own settings, and the product serving it as a process of its own. */
export type Ground = {
  readonly databaseUrl: string
  readonly province: Province
  readonly folder: string
  readonly address: string
  readonly server: ChildProcess
  /** The number of PostgreSQL's first process. */
  readonly postmaster: number
}

export const tell = (line: string): void => console.error(`  ${line}`)

/** A folder that is gone when the measuring ends. */
export async function makeFolder(endings: Endings): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wuxin-bench-'))
  endings.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  // Where we are root, the database's own user must be able to enter, or the data would be laid elsewhere.
  await chmod(folder, 0o755)
  return folder
}

/** Starts PostgreSQL, lays the province, starts the server. */
export async function layGround(plan: ProvincePlan, endings: Endings, appFolder?: string): Promise<Ground> {
  const folder = await makeFolder(endings)
  const postgres = await startPostgres({
    folder: join(folder, 'pg'),
    log: () => undefined,
    settings: settingsTried(),
  })
  if (!postgres.ok) throw new Error(`PostgreSQL: ${postgres.because}: ${postgres.told}`)
  endings.add(postgres.value.stop)
  const { url } = postgres.value
  const began = performance.now()
  const province = await seedProvince(url, plan, instantOf(Date.now()), tell)
  const seconds = Math.round((performance.now() - began) / 1000)
  tell(`${province.households} households, ${province.changes} changes laid in ${seconds} s`)
  const { server, address } = await startServer(url, endings, appFolder)
  const file = await readFile(join(postgres.value.folder, 'cluster/postmaster.pid'), 'utf8')
  return { databaseUrl: url, province, folder, address, server, postmaster: Number(file.split('\n')[0]) }
}

/** `WUXIN_BENCH_POSTGRES=max_wal_size=2GB,shared_buffers=512MB` tries settings that are not the product's. */
const settingsTried = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (process.env['WUXIN_BENCH_POSTGRES'] ?? '')
      .split(',')
      .filter(pair => pair.includes('='))
      .map(pair => pair.split('=', 2)),
  )

/** The product's server on a database. With `appFolder` it serves the pages there instead of the built app. */
export async function startServer(databaseUrl: string, endings: Endings, appFolder?: string) {
  const command =
    appFolder === undefined
      ? [join(root, 'src/cli/main.ts'), 'serve', '--no-demo']
      : [join(import.meta.dirname, 'serve-pages.in-other-process.ts'), appFolder]
  const server = spawn(process.execPath, [...profiling(), ...command], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      LANG: 'en',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  endings.add(() => endProcess(server))
  return { server, address: await addressOf(server) }
}

/** `WUXIN_BENCH_PROFILE` names a folder into which the server writes where its time went. */
function profiling(): readonly string[] {
  const folder = process.env['WUXIN_BENCH_PROFILE']
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

/** Ends a process we started, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

export function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /open at (http:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('exit', code => reject(new Error(`the server did not start (${code}): ${said}`)))
  })
}
