import {
  isCode,
  isTest,
  matchesIn,
  withoutComments,
  type Fault,
  type SourceFile,
  type Verdict,
} from './house.ts'

/** No test is left out, and no check of the types is silenced without a reason. */
export function checkSkips(files: readonly SourceFile[]): Verdict {
  const code = files.filter(file => isCode(file) && !file.path.startsWith('scripts/check/'))
  const faults = code.flatMap(file => [...(isTest(file) ? skipFaults(file) : []), ...silenceFaults(file)])
  return { fine: `${code.filter(isTest).length} test files leave nothing out`, faults }
}

function skipFaults({ path, text }: SourceFile): Fault[] {
  const left =
    /\b(?:test|it|describe|suite)(?:\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)\s*[.(]|\b[xf](?:it|describe)\(/g
  return matchesIn(withoutComments(text), left).map(({ words: [whole = ''], line }) => ({
    path,
    line,
    says: `${whole.replace(/\W+$/, '')}: every test runs, everywhere`,
  }))
}

function silenceFaults({ path, text }: SourceFile): Fault[] {
  return matchesIn(text, /@ts-(ignore|nocheck|expect-error)([^\n]*)/g).flatMap(
    ({ words: [, kind, rest], line }) => {
      if (kind !== 'expect-error') return [{ path, line, says: `@ts-${kind}: mend the types instead` }]
      const reason = (rest ?? '').replaceAll(/[^\p{L}]/gu, '')
      return reason.length >= 5 ? [] : [{ path, line, says: '@ts-expect-error says no reason' }]
    },
  )
}
