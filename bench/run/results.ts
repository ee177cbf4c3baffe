import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { arch, cpus, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Measured } from './measured.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, '../results')

/** Keeps the figures beside those of other days, with all that is needed to take them again. */
export async function keepResult(measure: string, command: string, measured: Measured): Promise<string> {
  const at = new Date()
  const result = {
    measure,
    at: at.toISOString(),
    commit: await commitNow(),
    command,
    machine: machine(),
    figures: measured,
  }
  const name = `${at.toISOString().slice(0, 16).replaceAll(':', '')}Z-${measure}.json`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), `${JSON.stringify(result, null, 2)}\n`)
  return `bench/results/${name}`
}

/** The commit, with a `+` where something in the tree is not in it. */
async function commitNow(): Promise<string> {
  const git = async (...words: readonly string[]) =>
    (await run('git', [...words], { cwd: folder }).catch(() => ({ stdout: '' }))).stdout.trim()
  await mkdir(folder, { recursive: true })
  const [commit, changed] = await Promise.all([
    git('rev-parse', '--short=10', 'HEAD'),
    git('status', '--porcelain', '--untracked-files=no'),
  ])
  return `${commit}${changed === '' ? '' : '+'}`
}

function machine() {
  const cores = cpus()
  return {
    cores: cores.length,
    processor: cores[0]?.model.trim() ?? '',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
  }
}
