import { posix } from 'node:path'
import {
  isCode,
  isTest,
  matchesIn,
  withoutComments,
  type Fault,
  type SourceFile,
  type Verdict,
} from './house.ts'
import { importsOf, type Import } from './imports.ts'

/*
 * domain/base ← domain/<concept> ← sync ← server | app | cli (A ← B: B may import A). Server and app never
 * import each other; cli may import server, and the demo it loads. Domain and sync are pure: no package but zod/mini, and that only in
 * the files that read what comes from outside (*.schema.ts), and the language of expressions in domain/policies.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'domain/base': ['domain/base'],
  domain: ['domain/base', 'domain'],
  sync: ['domain/base', 'domain', 'sync'],
  server: ['domain/base', 'domain', 'sync', 'server'],
  app: ['domain/base', 'domain', 'sync', 'app'],
  cli: ['domain/base', 'domain', 'sync', 'server', 'cli', 'demo'],
}

/** Holds every import below `src` to the dependency rule, and every file to: no barrels, no default exports. */
export function checkBoundaries(files: readonly SourceFile[]): Verdict {
  const code = files.filter(file => isCode(file) && file.path.startsWith('src/'))
  const faults = code.flatMap(file => [...importFaults(file), ...shapeFaults(file)])
  const imports = code.reduce((sum, file) => sum + importsOf(file.text).length, 0)
  return { fine: `${code.length} files, ${imports} imports, each the way the house allows`, faults }
}

function importFaults(file: SourceFile): Fault[] {
  if (isTest(file)) return []
  return importsOf(file.text).flatMap(taken => {
    const says = whyNot(file.path, { ...taken, from: fromRoot(file.path, taken.from) })
    return says ? [{ path: file.path, line: taken.line, says }] : []
  })
}

/** Where `#…`, `./…` and `../…` lead, counted from the house's root; packages stay as they are. */
function fromRoot(path: string, from: string): string {
  if (from.startsWith('#')) return from.replace(/^#(?!test)/, 'src/').replace('#', '')
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : from
}

/** Why this file may not take this, or null. */
function whyNot(path: string, taken: Import): string | null {
  const layer = layerOf(path)
  const pure = layer === 'sync' || layer.startsWith('domain')
  if (/^(src|test|scripts|demo|bench)\//.test(taken.from)) return whyNotLayer(path, layer, taken)
  if (pure) return whyNotPackage(path, taken.from)
  if (layer !== 'app') return null
  if (taken.from.startsWith('node:')) return `the app runs in a browser: ${taken.from} is not there`
  return taken.from === 'zod' ? 'the app takes zod/mini, which is smaller' : null
}

function whyNotLayer(path: string, layer: string, taken: Import): string | null {
  const other = layerOf(taken.from)
  if (!(mayImport[layer] ?? []).includes(other)) return `${layer} may not import ${other} (${taken.from})`
  if (layer !== 'app' || taken.typesOnly) return null
  if (!taken.from.endsWith('.schema.ts') || path.endsWith('.parse.ts')) return null
  return `the app takes only types of a schema (${taken.from}), but in files named *.parse.ts`
}

function whyNotPackage(path: string, from: string): string | null {
  if (from === 'zod/mini' && path.endsWith('.schema.ts')) return null
  if (from.startsWith('@marcbachmann/cel-js') && path.startsWith('src/domain/policies/')) return null
  if (from.startsWith('zod'))
    return `${from}: here only zod/mini is allowed, and only in files named *.schema.ts`
  return `domain and sync are pure and take no package: ${from}`
}

function layerOf(path: string): string {
  const [root = '', first = '', second = ''] = path.split('/')
  if (root !== 'src') return root
  if (first !== 'domain') return first
  return second === 'base' ? 'domain/base' : 'domain'
}

function shapeFaults({ path, text }: SourceFile): Fault[] {
  const code = withoutComments(text)
  const defaults = matchesIn(code, /^export default\b/gm).map(({ line }) => ({
    path,
    line,
    says: 'no default export: the name would be lost',
  }))
  const isBarrel = /(^|\/)index\.tsx?$/.test(path)
  return isBarrel
    ? [...defaults, { path, line: 1, says: 'no barrel: name the file after its subject' }]
    : defaults
}
