import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A name and the place it stands in. */
export type Named = { readonly where: string; readonly name: string }

type JsonSchema = { readonly [key: string]: unknown }

/** Every property name and every fixed word that a JSON schema allows. */
export function namesInSchema(where: string, schema: unknown): readonly Named[] {
  if (Array.isArray(schema)) return schema.flatMap(one => namesInSchema(where, one))
  if (schema === null || typeof schema !== 'object') return []
  return Object.entries(schema as JsonSchema).flatMap(([key, value]) => namesUnder(where, key, value))
}

function namesUnder(where: string, key: string, value: unknown): readonly Named[] {
  if (key === 'enum' || key === 'const')
    return [value].flat().map(name => ({ where: `${where} (a word)`, name: String(name) }))
  if (key !== 'properties' || value === null || typeof value !== 'object') return namesInSchema(where, value)
  return Object.entries(value).flatMap(([name, schema]) => [
    { where: `${where}.${name}`, name },
    ...namesInSchema(`${where}.${name}`, schema),
  ])
}

const member = /^\s*(?:\|\s*\{\s*)?(?:readonly\s+)?([A-Za-z_]\w*)\??:/gm
const inline = /[{;(]\s*readonly\s+([A-Za-z_]\w*)\??:/g

/** Every name of a field that a TypeScript text declares or writes. */
export function namesInSource(where: string, text: string): readonly Named[] {
  const bare = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  return [member, inline].flatMap(pattern =>
    [...bare.matchAll(pattern)].map(([, name = '']) => ({ where: `${where}: ${name}`, name })),
  )
}

/** The fields of all sources in a folder, tests left out. */
export function namesInFolder(folder: string): readonly Named[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap(file => namesInSource(file, readFileSync(join(folder, file), 'utf8')))
}
