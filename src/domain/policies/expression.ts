import { Environment, type ASTNode, type ParseResult } from '@marcbachmann/cel-js'
import { serialize } from '@marcbachmann/cel-js/serialize'
import type { AskedFacts } from './known-facts.ts'

/** What can be asked of a member. */
export const memberFields = { age: 'int', birthYear: 'int', relation: 'string', schooling: 'string' } as const
export type MemberField = keyof typeof memberFields

/** What can be asked of a household; nothing else exists for an expression. */
export const askedNames = {
  members: 'list<Member>',
  categories: 'list<string>',
  needs: 'list<string>',
  livingAtHome: 'string',
  away: 'list<string>',
  group: 'string',
  season: 'string',
  month: 'int',
} as const satisfies Readonly<Record<keyof AskedFacts, string>>
export type AskedName = keyof typeof askedNames

const isAskedName = (word: string): word is AskedName => Object.hasOwn(askedNames, word)
const isMemberField = (word: string): word is MemberField => Object.hasOwn(memberFields, word)

const cel = new Environment()
cel.registerType('Member', { fields: memberFields })
for (const [name, type] of Object.entries(askedNames)) cel.registerVariable(name, type)

/**
 * An expression that was read once and is asked often. Yes, no, or null where what is known does not say: in CEL a
 * missing field is an error, which `||`, `&&`, `exists` and `all` pass over where the rest decides by itself.
 */
export type Expression = {
  readonly holds: Holds
  /** Taken apart when it is first asked for: of most expressions only the answer is wanted. */
  readonly part: () => Part
}
type Holds = (asked: AskedFacts) => boolean | null

/** An expression taken apart, so that one can say what it was that held. */
export type Part =
  | { readonly is: 'several'; readonly of: readonly Part[]; readonly holds: Holds }
  | {
      readonly is: 'plain'
      /** It says that something is not so. */
      readonly denies: boolean
      readonly holds: Holds
      readonly ofMembers: readonly MemberTest[]
      readonly names: readonly AskedName[]
      /** The words written in it: 低保户. */
      readonly words: readonly string[]
    }

/** What is asked of each member: which fields, and whether one member alone fits. */
export type MemberTest = { readonly fields: readonly MemberField[]; readonly fits: Holds }

/** Reads an expression; null where it cannot be read. It never throws, and neither does asking it. */
export function readExpression(written: string): Expression | null {
  try {
    const parsed = cel.parse(written)
    return parsed.check().valid
      ? { holds: asking(parsed), part: whenFirstAsked(() => partOf(parsed.ast)) }
      : null
  } catch {
    return null
  }
}

/** The tree of an expression with what CEL itself finds wrong in it, for the linter. */
export function checkExpression(written: string): {
  readonly tree: ASTNode | null
  readonly type: string
  readonly fault: {
    readonly code: string
    readonly words: string
    readonly at: number
    readonly until: number
  } | null
} {
  const { type = '', error } = cel.check(written)
  if (error === undefined) return { tree: cel.parse(written).ast, type, fault: null }
  const { code, summary: words, range } = error
  const at = range?.start ?? 0
  return { tree: null, type, fault: { code, words, at, until: range?.end ?? at } }
}

const asking =
  (parsed: ParseResult): Holds =>
  asked => {
    try {
      const answer: unknown = parsed(asked)
      return typeof answer === 'boolean' ? answer : null
    } catch {
      return null
    }
  }

/** A part asked for itself; it is read when that first happens. */
function holdsOf(node: ASTNode, written = (part: string) => part): Holds {
  const parsed = whenFirstAsked(() => asking(cel.parse(written(serialize(node)))))
  return asked => parsed()(asked)
}

function whenFirstAsked<T>(make: () => T): () => T {
  let made: { readonly is: T } | null = null
  return () => (made ??= { is: make() }).is
}

function partOf(node: ASTNode): Part {
  const holds = holdsOf(node)
  if (node.op === '&&' || node.op === '||') return { is: 'several', of: node.args.map(partOf), holds }
  const nodes = [...nodesIn(node)]
  return {
    is: 'plain',
    denies: node.op === '!_' || node.op === '!=',
    holds,
    ofMembers: nodes.flatMap(memberTestOf),
    names: namesIn(nodes),
    words: nodes.flatMap(({ op, args }) => (op === 'value' && typeof args === 'string' ? [args] : [])),
  }
}

/** `members.exists(m, …)` and its like. */
function memberTestOf(node: ASTNode): readonly MemberTest[] {
  if (node.op !== 'rcall') return []
  const [name, receiver, args] = node.args
  if (receiver.op !== 'id' || receiver.args !== 'members' || args.length < 2) return []
  const fields = args.flatMap(arg => [...nodesIn(arg)]).flatMap(fieldOf)
  const isList = name === 'filter' || name === 'map'
  const fits = holdsOf(node, part => (isList ? `(${part}).size() > 0` : part))
  return [{ fields: [...new Set(fields)], fits }]
}

const fieldOf = (node: ASTNode): readonly MemberField[] =>
  node.op === '.' && isMemberField(node.args[1]) ? [node.args[1]] : []

const namesIn = (nodes: readonly ASTNode[]): readonly AskedName[] => [
  ...new Set(
    nodes.flatMap(({ op, args }) =>
      op === 'id' && typeof args === 'string' && isAskedName(args) ? [args] : [],
    ),
  ),
]

/** A node and all below it. */
export function* nodesIn(node: ASTNode): Generator<ASTNode> {
  yield node
  for (const below of nodesAmong(node.args)) yield* nodesIn(below)
}

function nodesAmong(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(nodesAmong)
  // What has an operator and operands is a node: the parser makes nothing else of that shape.
  return typeof args === 'object' && args !== null && 'op' in args && 'args' in args ? [args as ASTNode] : []
}
