import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '#server/embedded/start.ts'

/**
 * One PostgreSQL for the whole run, in a temporary folder. `WUXIN_TEST_DATABASE_URL` names another to use
 * instead (its user must be allowed to create databases); it is also how the second project of a run finds
 * the server that the first one started.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['WUXIN_TEST_DATABASE_URL']
  if (given) {
    project.provide('postgresUrl', given)
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'wuxin-test-'))
  // Where we are root, the database's own user must be able to enter, or the data would be laid elsewhere.
  await chmod(folder, 0o755)
  const started = await startPostgres({ folder: join(folder, 'pg'), log: () => undefined, settings: fast })
  if (!started.ok) throw new Error(`PostgreSQL for the tests: ${started.because}: ${started.told}`)
  process.env['WUXIN_TEST_DATABASE_URL'] = started.value.url
  project.provide('postgresUrl', started.value.url)
  return async () => {
    delete process.env['WUXIN_TEST_DATABASE_URL']
    await started.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A test's database need not outlive a power cut. */
const fast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}
