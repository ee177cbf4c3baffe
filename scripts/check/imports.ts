import { matchesIn, withoutComments } from './house.ts'

/** One place where a file takes something from another: what from, and whether only types are taken,
 * and whether it is taken later, by a call. */
export type Import = {
  readonly from: string
  readonly line: number
  readonly typesOnly: boolean
  readonly later: boolean
}

/** The imports of a file's text: `import`, `export … from` and `import()`, in the order they stand. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text)
  const found = [
    ...matchesIn(code, fromClause).map(({ words: [, , kind, from], line }) => ({ kind, from, line })),
    ...matchesIn(code, bareOrCalled).map(({ words: [whole, from], line }) => ({
      kind: whole?.includes('(') ? 'later' : '',
      from,
      line,
    })),
  ]
  return found
    .map(({ kind, from, line }) => ({
      from: from ?? '',
      line,
      typesOnly: kind?.startsWith('type') ?? false,
      later: kind === 'later',
    }))
    .toSorted((one, other) => one.line - other.line)
}

const fromClause = /(?<=^|[;\n}])[ \t]*(import|export)\s+((?:type\s)?[^'"`;()]*?)\bfrom\s*['"]([^'"\n]+)['"]/g
const bareOrCalled = /\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g
