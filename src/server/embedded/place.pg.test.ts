import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findShipped, prepareBinaries } from './binaries.ts'
import { makePlace } from './place.ts'
import { findRunAs, runToEnd, type RunAs } from './run-as.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuxin-place-'))
  await chmod(folder, 0o755)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('below a folder of mode 700 the data still lies where the database user reaches it, each time the same', async () => {
  const runAs = await whoRuns()
  await mkdir(join(folder, 'closed'), { mode: 0o700 })
  const wanted = { folder: join(folder, 'closed/.wuxin/pg'), runAs, elsewhere: join(folder, 'elsewhere') }
  const first = await makePlace(wanted)
  const second = await makePlace(wanted)
  if (!first.ok || !second.ok) throw new Error('no place was made')
  expect(first.value.laidElsewhere).toBe(runAs.who === 'database-user')
  expect(second.value).toEqual({ folder: first.value.folder, laidElsewhere: false })
  expect((await stat(first.value.folder)).mode & 0o077).toBe(0)
  const written = await runToEnd('/bin/sh', ['-c', ': > "$0/kept"', first.value.folder], runAs)
  expect(written).toEqual({ code: 0, said: '' })
  expect(await readdir(wanted.folder)).toEqual(['kept'])
})

test('a link to data that is not there (a disk not mounted) is refused, never begun anew', async () => {
  await symlink(join(folder, 'gone'), join(folder, 'pg'))
  const made = await makePlace({ folder: join(folder, 'pg'), runAs: await whoRuns() })
  expect(made).toMatchObject({ ok: false, because: 'folder-unwritable' })
})

test('binaries in a closed folder, without their links and not writable, are copied once to where they run', async () => {
  const runAs = await whoRuns()
  const shipped = await makeClosedCopy()
  const wanted = { runAs, shipped, cachePlaces: [join(folder, 'file/cache'), join(folder, 'cache')] }
  await writeFile(join(folder, 'file'), 'the first place does not take a copy')
  const first = await prepareBinaries(wanted)
  if (!first.ok) throw new Error(first.told)
  expect(first.value.version).toMatch(/^18\./)
  expect(first.value.postgres).toBe(join(folder, 'cache/postgres-trial/bin/postgres'))
  const before = await stat(first.value.postgres)
  expect(await prepareBinaries(wanted)).toEqual(first)
  expect((await stat(first.value.postgres)).ino).toBe(before.ino)
  expect(await readdir(join(folder, 'cache'))).toEqual(['postgres-trial'])
  await chmod(join(shipped.native, 'lib'), 0o755)
})

test('where no place takes a copy, the reason is told', async () => {
  const runAs = await whoRuns()
  const shipped = await makeClosedCopy()
  await writeFile(join(folder, 'file'), '')
  const refused = await prepareBinaries({ runAs, shipped, cachePlaces: [join(folder, 'file/cache')] })
  expect(refused).toMatchObject({ ok: false, because: 'folder-unwritable' })
  await chmod(join(shipped.native, 'lib'), 0o755)
})

async function whoRuns(): Promise<RunAs> {
  const runAs = await findRunAs(join(folder, 'none'))
  if (!runAs.ok) throw new Error(runAs.told)
  return runAs.value
}

/** As in a clone below /root whose postinstall did not run: root's database user may not enter, and we may not write. */
async function makeClosedCopy() {
  const native = findShipped()?.native ?? ''
  await mkdir(join(folder, 'closed'), { mode: 0o700 })
  const copy = join(folder, 'closed/native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  for (const name of await readdir(join(copy, 'lib'))) {
    if (/\.so(\.\d+)?$/.test(name)) await unlinkLink(join(copy, 'lib', name))
  }
  await chmod(join(copy, 'lib'), 0o555)
  return { native: copy, release: 'trial' }
}

async function unlinkLink(path: string): Promise<void> {
  if ((await lstat(path)).isSymbolicLink()) await unlink(path)
}
