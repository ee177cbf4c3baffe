import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A text file of the house; `path` is from its root, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string }

/** Something that is not as the house wants it, at a place, in a sentence that says what to do. */
export type Fault = { readonly path: string; readonly line: number; readonly says: string }

/** What a check found: the faults, and a line to say when there are none. */
export type Verdict = { readonly fine: string; readonly faults: readonly Fault[] }

const folders = ['src', 'test', 'scripts', 'demo', 'bench', 'docs']
const readable = /\.(ts|tsx|mjs|js|md)$/

/** All code and documents of the house. */
export async function readHouse(root: string): Promise<readonly SourceFile[]> {
  const found = await Promise.all(folders.map(folder => pathsBelow(root, folder)))
  const paths = found.flat().filter(path => readable.test(path))
  return Promise.all(paths.map(async path => ({ path, text: await readFile(join(root, path), 'utf8') })))
}

async function pathsBelow(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  const sorted = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const deeper = sorted.map(entry => {
    const path = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return Promise.resolve([path])
    // The peers of a measure are installed beside it: they are no part of the house.
    return entry.name === 'node_modules' ? Promise.resolve([]) : pathsBelow(root, path)
  })
  return (await Promise.all(deeper)).flat()
}

export const isCode = ({ path }: SourceFile): boolean => /\.tsx?$/.test(path) && !path.endsWith('.d.ts')
export const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$/.test(path)

/** The line, counted from 1, of a place in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** The text with every comment blanked out, so that lines and places stay what they were. */
export function withoutComments(text: string): string {
  const quotedOrComment =
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g
  return text.replace(quotedOrComment, part => (part.startsWith('/') ? part.replaceAll(/[^\n]/g, ' ') : part))
}

/** Each match of a pattern (which must be global) with its line. */
export function matchesIn(
  text: string,
  pattern: RegExp,
): readonly { readonly words: readonly (string | undefined)[]; readonly line: number }[] {
  return [...text.matchAll(pattern)].map(match => ({ words: [...match], line: lineAt(text, match.index) }))
}
