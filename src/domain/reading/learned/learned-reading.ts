import type { Day } from '#domain/base/days.ts'
import { overlap, quoteOf, type Clause } from '../clauses.ts'
import type {
  Finding,
  NeedCategoryWord,
  NeedFinding,
  NeedLevel,
  PromiseGiver,
  FactWord,
  Quoted,
} from '../finding.ts'
import { promiseDay } from '../promise-days.ts'
import { withoutLead } from './leads.ts'
import { notesOf } from './notes.ts'
import { seenIn, type Sign } from './signs.ts'
import { stretchSigns } from './stretch-signs.ts'
import { partedAt, stretchesIn, type ChainName, type Stretch } from './tagging.ts'
import { answerOf, type Learned } from './weights.ts'

export const categoryAnswers: readonly NeedCategoryWord[] = [
  '基础设施',
  '受灾受困',
  '矛盾纠纷',
  '产业发展',
  '特殊困难人群',
  '公共服务',
  '人居环境',
  '家庭个性',
]
export const levelAnswers: readonly NeedLevel[] = ['household', 'shared', 'policy']
export const giverAnswers: readonly PromiseGiver[] = ['visitor', 'cadre', 'department']
export const keyAnswers: readonly FactWord[] = [
  'good-times',
  'telephone',
  'hearing',
  'mobility',
  'language',
  'member',
  'house-note',
  'schooling',
  'away',
]

/** What the reader has learned: where findings stand, and what each is. */
export type Lessons = Readonly<Record<LessonName, Learned>>

export type LessonName = 'chain' | 'category' | 'level' | 'done' | 'giver' | 'key'

type Told = {
  readonly text: string
  readonly visitedOn: Day
  readonly clauses: readonly Clause[]
  readonly notes: readonly (readonly string[])[]
  readonly stretches: ReadonlyMap<ChainName, readonly Stretch[]>
  readonly rules: readonly Finding[]
  readonly lessons: Lessons
}

/**
 * Reads a diary once more with what was learned from labelled ones. What the rules found is a sign among others: where
 * they and the lessons meet, the finding keeps the words of the rules. Telephone numbers and what is sensitive stay theirs.
 */
export function readAgain(
  text: string,
  clauses: readonly Clause[],
  rules: readonly Finding[],
  { visitedOn, lessons }: { readonly visitedOn: Day; readonly lessons: Lessons },
): readonly Finding[] {
  const notes = notesOf(clauses, rules)
  const stretches = stretchesIn(clauses, seenIn(clauses, notes), lessons.chain)
  const told: Told = { text, visitedOn, clauses, notes, stretches, rules, lessons }
  return [
    ...needsIn(told),
    ...promisesIn(told),
    ...found(told, 'question', 'policy-question').map(({ quoted, rule }): Finding => ({
      kind: 'policy-question',
      topic: rule?.kind === 'policy-question' ? rule.topic : '政策',
      ...quoted,
    })),
    ...oldMattersIn(told),
    ...factsIn(told),
    ...rules.filter(one => one.kind === 'sensitive'),
  ]
}

type Found = { readonly quoted: Quoted; readonly rule: Finding | null; readonly signs: readonly Sign[] }

function found(told: Told, chain: ChainName, kind: Finding['kind']): readonly Found[] {
  const stretches = (told.stretches.get(chain) ?? []).flatMap(one =>
    partedAt(one, at => chain === 'need' && told.clauses[at]?.after === '；'),
  )
  return stretches.flatMap(stretch => {
    const rule = ruleAt(told, stretch, kind)
    const quoted = quotedAt(told, stretch, kind, rule)
    return !/[一-龥].*[一-龥]/su.test(quoted.quote)
      ? []
      : [{ quoted, rule, signs: signsAt(told, stretch, rule) }]
  })
}

/** What the rules found of this kind in these clauses. */
function ruleAt({ rules, clauses }: Told, stretch: Stretch, kind: Finding['kind']): Finding | null {
  const [start, end] = [clauses[stretch.first]?.start ?? 0, clauses[stretch.last]?.end ?? 0]
  return rules.find(one => one.kind === kind && overlap(one, { quote: '', start, end })) ?? null
}

function signsAt({ clauses, notes }: Told, stretch: Stretch, rule: Finding | null): readonly Sign[] {
  return stretchSigns(clauses, notes, stretch, rule ? saidBy(rule) : ['nothing'])
}

/** What a finding of the rules says, as signs for the lessons. */
export function saidBy(rule: Finding): readonly string[] {
  if (rule.kind === 'need') return [rule.category, rule.level, `done ${String(rule.done)}`]
  if (rule.kind === 'promise') return [rule.by]
  return rule.kind === 'fact' ? [rule.key] : []
}

function quotedAt(
  { text, clauses }: Told,
  { first, last }: Stretch,
  kind: Finding['kind'],
  rule: Finding | null,
): Quoted {
  const [start, end] = [clauses[first]?.start ?? 0, clauses[last]?.end ?? 0]
  if (rule && rule.start >= start && rule.start < (clauses[first]?.end ?? 0))
    return quoteOf(text, rule.start, end)
  return quoteOf(text, start + withoutLead(kind, clauses[first]?.text ?? ''), end)
}

const needsIn = (told: Told): readonly Finding[] =>
  joined(
    told,
    found(told, 'need', 'need').map(({ quoted, signs }): NeedFinding => ({
      kind: 'need',
      category: categoryAnswers[answerOf(signs, told.lessons.category)] ?? '家庭个性',
      level: levelAnswers[answerOf(signs, told.lessons.level)] ?? 'household',
      done: answerOf(signs, told.lessons.done) === 1,
      ...quoted,
    })),
  )

/** So near each other in one sentence, two needs of one category are one, told twice. */
function joined({ text, clauses }: Told, needs: readonly NeedFinding[]): readonly NeedFinding[] {
  const found: NeedFinding[] = []
  for (const next of needs) {
    const last = found.at(-1)
    if (last && last.category === next.category && isNear(clauses, last, next))
      found[found.length - 1] = {
        ...last,
        ...quoteOf(text, last.start, next.end),
        done: last.done || next.done,
      }
    else found.push(next)
  }
  return found
}

function isNear(clauses: readonly Clause[], one: Quoted, next: Quoted): boolean {
  const between = clauses.filter(clause => clause.start < next.end && clause.end > one.start)
  const gap = clauses.filter(clause => clause.start >= one.end && clause.end <= next.start)
  return (
    gap.length <= 1 &&
    between.every(
      clause =>
        clause.sentence === between[0]?.sentence &&
        !/[；;\n]/u.test(clause === between[0] ? '' : clause.after),
    )
  )
}

const promisesIn = (told: Told): readonly Finding[] =>
  found(told, 'promise', 'promise')
    .filter(({ rule, quoted }) => rule !== null || !familySays(told, quoted))
    .map(({ quoted, rule, signs }): Finding => ({
      kind: 'promise',
      by:
        rule?.kind === 'promise' ? rule.by : (giverAnswers[answerOf(signs, told.lessons.giver)] ?? 'visitor'),
      dueOn: promiseDay(quoted.quote, told.visitedOn),
      ...quoted,
    }))

/** 他说明天去卖茶: what the family says of itself is no promise, unless the rules know better. */
const familySays = ({ clauses }: Told, quoted: Quoted): boolean =>
  /^(?:[他她]们?|老人|老两口|老伴|儿子|女儿|媳妇|女婿)(?:就|也|还|又|自己)?[说讲]/u.test(
    clauses.find(clause => clause.end > quoted.start)?.text ?? '',
  )

/** Old matters told within so many signs of each other are one. */
const nearby = 40

/** An old matter the rules name is named; the lessons only add to it [H19]. */
function oldMattersIn(told: Told): readonly Finding[] {
  const named = told.rules.filter(one => one.kind === 'old-matter')
  const added = found(told, 'old', 'old-matter').filter(
    ({ quoted }) => !named.some(one => one.start < quoted.end + nearby && quoted.start < one.end + nearby),
  )
  return [...named, ...added.map(({ quoted }): Finding => ({ kind: 'old-matter', ...quoted }))]
}

/** Numbers are sure; the rules keep them. */
function factsIn(told: Told): readonly Finding[] {
  const numbers = told.rules.filter(one => one.kind === 'fact' && one.key === 'telephone')
  const others = found(told, 'fact', 'fact').map(({ quoted, signs }): Finding => ({
    kind: 'fact',
    key: keyAnswers[answerOf(signs, told.lessons.key)] ?? 'member',
    value: quoted.quote,
    ...quoted,
  }))
  return [...numbers, ...others.filter(one => !numbers.some(number => overlap(number, one)))]
}
