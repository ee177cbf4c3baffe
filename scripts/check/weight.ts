import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What Vite says of one part of the built app. */
export type Chunk = {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

export type Manifest = Readonly<Record<string, Chunk>>

/** Parts loaded on demand that the phone's first screen always demands, named by their source. */
const firstScreen: readonly string[] = ['src/app/i18n/words/zh-CN/phone.ts']

/** Compressed bytes of script and style before the phone shows its first screen. */
const limit = 170_000

/**
 * The files a phone fetches for its first screen: the entries, what they import, the parts listed as first
 * screen, their styles, and the scripts and styles the page itself names. Throws where a listed part is not built.
 */
export function filesOfFirstScreen(
  manifest: Manifest,
  page: string,
  listed: readonly string[],
): readonly string[] {
  const entries = Object.keys(manifest).filter(name => manifest[name]?.isEntry)
  const files = new Set(namedByPage(page))
  const seen = new Set<string>()
  const add = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no part named ${name}.`)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) add(imported)
  }
  for (const name of [...entries, ...listed]) add(name)
  return [...files].filter(file => /\.(js|css)$/.test(file)).toSorted()
}

function namedByPage(page: string): string[] {
  const named = page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/?([^"]+\.(?:js|css))"/g)
  return [...named].map(([, file = '']) => file)
}

async function weigh(root: string): Promise<boolean> {
  const folder = join(root, 'dist/app')
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest // Vite's format
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  const files = filesOfFirstScreen(manifest, page, firstScreen)
  const weights = await Promise.all(
    files.map(async file => ({
      file,
      bytes: gzipSync(await readFile(join(folder, file)), { level: 9 }).length,
    })),
  )
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  const isLight = total < limit
  console.log(
    `The phone's first screen: ${kilobytes(total)} of script and style, compressed (< ${kilobytes(limit)}).`,
  )
  for (const { file, bytes } of weights.toSorted((one, other) => other.bytes - one.bytes)) {
    console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`)
  }
  if (!isLight) console.log('Too heavy: load on demand what the first screen does not show.')
  return isLight
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

if (import.meta.main) process.exitCode = (await weigh(join(import.meta.dirname, '../..'))) ? 0 : 1
