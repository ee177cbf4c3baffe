import { execFile } from 'node:child_process'
import { chmod, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { madeOnce } from './made-once.ts'

const run = promisify(execFile)

/** A browser that starts on this machine, and where the libraries are that it needs beside the system's own. */
export type Chromium = { readonly program: string; readonly libraries: string | null }

/**
 * The Chromium that npm brought, unpacked once. `WUXIN_TEST_CHROMIUM` names another to use instead, which is
 * needed on machines other than 64-bit Intel Linux.
 */
export async function prepareChromium(): Promise<Chromium> {
  const given = process.env['WUXIN_TEST_CHROMIUM']
  if (given) return { program: given, libraries: null }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Set WUXIN_TEST_CHROMIUM to a Chromium or Chrome: the one from npm runs on Linux x64 only.',
    )
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const folder = await madeOnce(`chromium-${await versionOf(packaged)}`, draft => unpack(packaged, draft))
  const chromium = { program: join(folder, 'chromium'), libraries: null }
  return (await starts(chromium)) ? chromium : withLibraries(folder)
}

/** The environment of a browser: its fonts, its libraries, and a temporary folder of its own. */
export function environmentOf(chromium: Chromium, fonts: string, temporary: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: temporary,
    TMPDIR: temporary,
    XDG_CACHE_HOME: dirname(fonts),
    FONTCONFIG_FILE: fonts,
    ...(chromium.libraries === null ? {} : { LD_LIBRARY_PATH: chromium.libraries }),
  }
}

/** The package unpacks into the temporary folder of its process, so it is given a process and a folder. */
async function unpack(packaged: string, folder: string): Promise<void> {
  const script = `import chromium, { inflate } from ${JSON.stringify(pathToFileURL(join(packaged, 'build/index.js')))}
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(packaged, 'bin/al2023.tar.br'))})`
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'], TMPDIR: folder },
  })
  await chmod(join(folder, 'chromium'), 0o755)
  const { size } = await stat(join(folder, 'chromium'))
  if (size === 0) throw new Error('Chromium was not unpacked.')
}

async function versionOf(packaged: string): Promise<string> {
  const written: unknown = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8'))
  return (written as { version: string }).version // npm's own field
}

/** A bare system lacks a few libraries, which the package brings along. */
async function withLibraries(folder: string): Promise<Chromium> {
  const chromium = { program: join(folder, 'chromium'), libraries: join(folder, 'al2023/lib') }
  if (await starts(chromium)) return chromium
  const told = await run(chromium.program, ['--version']).catch(String)
  throw new Error(`Chromium does not start on this machine: ${String(told)}`)
}

async function starts({ program, libraries }: Chromium): Promise<boolean> {
  const env = { PATH: process.env['PATH'], ...(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }) }
  return run(program, ['--version'], { env }).then(
    () => true,
    () => false,
  )
}
