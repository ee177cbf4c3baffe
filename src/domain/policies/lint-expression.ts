import type { ASTNode } from '@marcbachmann/cel-js'
import type { CatalogueFault, CatalogueProblem } from '../catalogues/catalogue.ts'
import { categoryWords } from '../households/roster/words.ts'
import { categories as needCategories } from '../needs/need.ts'
import { checkExpression, nodesIn } from './expression.ts'
import { seasons } from './known-facts.ts'

/** What is wrong with an expression: in which words, and where. */
export type ExpressionProblem = Pick<CatalogueProblem, 'because' | 'part' | 'at'>

/** What may be called in an expression; `has` would turn what is not known into a no. */
const callable: ReadonlySet<string> = new Set(
  'exists exists_one all filter map size contains startsWith endsWith'.split(' '),
)

/** The words that each of these facts can have. */
const vocabulary: Readonly<Record<string, readonly string[]>> = {
  categories: Object.keys(categoryWords),
  needs: needCategories,
  season: seasons,
}

/** Refuses what cannot be read, what is no fact that is kept, and what answers neither yes nor no [H6]. */
export function lintExpression(written: string): readonly ExpressionProblem[] {
  const { tree, type, fault } = checkExpression(written)
  if (fault !== null) {
    const part = written.slice(fault.at, fault.until)
    return [{ because: faultOf(fault.code, part, fault.words), part: partOf(fault, part), at: fault.at + 1 }]
  }
  if (tree === null) return [{ because: 'cannot-read', at: 1 }]
  if (type !== 'bool') return [{ because: 'not-yes-or-no', at: 1 }]
  return [...nodesIn(tree)].flatMap(node => [...lintCall(node), ...lintWords(node)])
}

function faultOf(code: string, part: string, words: string): CatalogueFault {
  if (code === 'unknown_variable' || code === 'no_such_key') return 'not-a-fact'
  if (code === 'no_matching_overload' || code === 'invalid_macro_argument')
    return /^[\w.]*\(/.test(part) || words.includes("for '") ? 'not-a-call' : 'does-not-go-together'
  return code === 'no_such_overload' ? 'does-not-go-together' : 'cannot-read'
}

/** The name that is not known, rather than the whole place it stands in. */
const partOf = ({ words }: { readonly words: string }, part: string): string =>
  /(?:variable: |key: |for '(?:.*\.)?)(\w+)/.exec(words)?.[1] ?? part

function lintCall(node: ASTNode): readonly ExpressionProblem[] {
  if (node.op !== 'call' && node.op !== 'rcall') return []
  const [name] = node.args
  return callable.has(name) ? [] : [{ because: 'not-a-call', part: name, at: node.start + 1 }]
}

/** `"低保" in categories`: the word is 低保户, and the slip would make the policy nobody's. */
function lintWords(node: ASTNode): readonly ExpressionProblem[] {
  if (node.op !== 'in' && node.op !== '==' && node.op !== '!=') return []
  const [one, other] = node.args
  return [
    [one, other],
    [other, one],
  ].flatMap(([word, name]) => {
    if (word?.op !== 'value' || typeof word.args !== 'string' || name?.op !== 'id') return []
    const words = vocabulary[name.args]
    return words === undefined || words.includes(word.args)
      ? []
      : [{ because: 'not-one-of-its-words', part: word.args, at: word.start + 1 } as const]
  })
}
