import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { NeedCategoryWord, NeedFinding, NeedLevel, Quoted } from './finding.ts'
import {
  denied,
  longAgo,
  mendedByUs,
  settledBefore,
  settledNow,
  supposed,
  takenBack,
  writersOwn,
} from './standing.ts'
import { categoryOf, manyHomes, publicThing, ruleAbove } from './topics.ts'
import { troubles } from './troubles.ts'
import { leadIn, wishIn } from './wishes.ts'

/** A need being read: the clauses it runs over, and what it is about. */
type Draft = {
  readonly category: NeedCategoryWord
  readonly first: number
  readonly last: number
  readonly strength: 'trouble' | 'wish'
  readonly things: string
}

/** Reads the needs of a diary; clauses that overlap `taken` (promises, questions, old matters) are left out. */
export function needsIn(
  text: string,
  clauses: readonly Clause[],
  taken: readonly Quoted[],
): readonly NeedFinding[] {
  const free = (index: number) => {
    const clause = clauses[index]
    return clause !== undefined && !taken.some(one => covers(one, clause))
  }
  const drafts = clauses.flatMap((_, index) => (free(index) ? draftAt(clauses, index) : []))
  return mergeDrafts(drafts, clauses)
    .filter(draft => !givenUp(draft, clauses))
    .map(draft => present(text, clauses, draft))
}

/** A clause is taken when most of it stands in another finding's quote. */
function covers(one: Quoted, clause: Clause): boolean {
  const shared = Math.min(one.end, clause.end) - Math.max(one.start, clause.start)
  return shared * 2 > clause.end - clause.start
}

function draftAt(clauses: readonly Clause[], index: number): readonly Draft[] {
  const clause = clauses[index]
  if (!clause || setAside(clause, clauses, index)) return []
  return troubleAt(clauses, index) ?? wishAt(clauses, index) ?? []
}

function setAside(clause: Clause, clauses: readonly Clause[], index: number): boolean {
  const { text } = clause
  if (!clause.spoken && writersOwn.test(text)) return true
  if (longAgo.test(text) || settledBefore.test(text)) return true
  if (denied.test(text) || takenBack.test(text)) return true
  if (supposed.test(text)) return true
  const before = sameSentence(clauses, index, index - 1)
  return before !== undefined && supposed.test(before.text) && !/能|就好/u.test(text)
}

const sameSentence = (clauses: readonly Clause[], index: number, other: number): Clause | undefined => {
  const near = clauses[other]
  return near && near.sentence === clauses[index]?.sentence ? near : undefined
}

function troubleAt(clauses: readonly Clause[], index: number): readonly Draft[] | null {
  const clause = clauses[index]
  if (!clause) return null
  const inside = troubles.find(
    ({ thing, wrong }) => wrong.test(clause.text) && thingApart(thing, wrong, clause.text),
  )
  if (inside) return [draft(inside.category, index, index, 'trouble', clause.text)]
  for (const back of [1, 2]) {
    const before = sameSentence(clauses, index, index - back)
    if (!before || settledBefore.test(before.text) || writersOwn.test(before.text)) return null
    const found = troubles.find(({ thing, wrong }) => wrong.test(clause.text) && thing?.test(before.text))
    if (found)
      return [
        draft(found.category, back === 1 ? index - 1 : index, index, 'trouble', before.text + clause.text),
      ]
  }
  return null
}

/** The thing must stand outside the words that say what is wrong with it. */
function thingApart(thing: RegExp | null, wrong: RegExp, words: string): boolean {
  if (thing === null) return true
  const found = wrong.exec(words)
  if (!found) return false
  return thing.test(`${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`)
}

function wishAt(clauses: readonly Clause[], index: number): readonly Draft[] | null {
  const clause = clauses[index]
  if (!clause) return null
  const wish = wishIn(clause.text)
  if (wish === null) return null
  const category = categoryOf(clause.text) ?? (wish === 'strong' ? categoryNear(clauses, index) : null)
  return category && [draft(category, index, index, 'wish', clause.text)]
}

function categoryNear(clauses: readonly Clause[], index: number): NeedCategoryWord | null {
  const near = [index + 1, index - 1].map(other => sameSentence(clauses, index, other)?.text ?? '')
  return categoryOf(near.join(' '))
}

const draft = (
  category: NeedCategoryWord,
  first: number,
  last: number,
  strength: Draft['strength'],
  things: string,
): Draft => ({ category, first, last, strength, things })

/** A diary tells one problem and the wish that follows from it: one need, not two. */
function mergeDrafts(drafts: readonly Draft[], clauses: readonly Clause[]): readonly Draft[] {
  const merged: Draft[] = []
  for (const next of drafts) {
    const last = merged.at(-1)
    if (last && belongs(last, next, clauses)) merged[merged.length - 1] = join(last, next)
    else merged.push(next)
  }
  return merged
}

function belongs(one: Draft, next: Draft, clauses: readonly Clause[]): boolean {
  const [end, start] = [clauses[one.last], clauses[next.first]]
  if (!end || !start) return false
  if (next.first <= one.last) return true
  const gap = next.first - one.last
  if (leadIn.test(start.text)) return false
  const sameCategory = one.category === next.category
  if (end.sentence === start.sentence)
    return gap <= 2 && (sameCategory || next.strength === 'wish' || one.strength === 'wish' || gap === 1)
  return (
    end.line === start.line &&
    start.sentence - end.sentence <= 2 &&
    gap <= 4 &&
    sameCategory &&
    (next.strength === 'wish' || one.strength === 'wish')
  )
}

/** The trouble says what it is about better than the wish; the first word holds among equals. */
function join(one: Draft, next: Draft): Draft {
  const leading = one.strength === 'wish' && next.strength === 'trouble' ? next : one
  const near = next.first - one.last <= 1
  return {
    category: leading.category,
    strength: leading.strength,
    first: near ? one.first : leading.first,
    last: near ? next.last : leading.last,
    things: one.things + next.things,
  }
}

/** What the family takes back in the same breath. */
function givenUp(draft: Draft, clauses: readonly Clause[]): boolean {
  const last = clauses[draft.last]
  return [1, 2].some(ahead => {
    const next = clauses[draft.last + ahead]
    if (!next || !last || next.line !== last.line) return false
    if (next.sentence > last.sentence + (ahead === 1 ? 1 : 0)) return false
    return takenBack.test(next.text) || (next.sentence === last.sentence && settledOrMinded(next.text))
  })
}

const settledOrMinded = (words: string): boolean =>
  /^(?:已经|早就|如今|现在|后来|上个?月|昨天|刚).{0,10}(?:修|换|装|接|弄|补|办|解决|找|翻|清|谈).{0,2}(?:好|上|了|通|回)|不打紧|不碍事|不要紧|不急|没意见|不在乎|不用我们|不用操心|找回来/u.test(
    words,
  )

function present(text: string, clauses: readonly Clause[], draft: Draft): NeedFinding {
  const [first, last] = [clauses[draft.first], clauses[draft.last]]
  const from = (first?.start ?? 0) + leadLength(first?.text ?? '')
  const quoted = quoteOf(text, from, last?.end ?? from)
  return {
    kind: 'need',
    category: draft.category,
    level: levelOf(clauses, draft),
    done: isDone(clauses, draft),
    ...quoted,
  }
}

/** 他说, 愁的是, 还有一条: what leads to the matter and is not yet it. */
function leadLength(words: string): number {
  return (
    leadIn.exec(words)?.[0].length ??
    /^(?:他|她|老人|婆婆|奶奶|爷爷|老.|老两口|[^，]{1,5}?)(?:又|就|还|才)?(?:说起|说|讲起|讲|提起|念叨|反映)(?!不|得)/u.exec(
      words,
    )?.[0].length ??
    0
  )
}

function levelOf(clauses: readonly Clause[], draft: Draft): NeedLevel {
  const own = clauses
    .slice(draft.first, draft.last + 1)
    .map(clause => clause.text)
    .join('，')
  const sentence = clauses[draft.last]?.sentence
  const around = clauses
    .filter((clause, index) => clause.sentence === sentence || Math.abs(index - draft.last) <= 1)
    .map(clause => clause.text)
    .join('，')
  if (ruleAbove.test(own)) return 'policy'
  if (manyHomes.test(around)) return 'shared'
  return publicThing.test(own) &&
    (draft.category === '基础设施' || draft.category === '公共服务' || draft.category === '人居环境')
    ? 'shared'
    : 'household'
}

/** Settled during the visit: somebody's hands within the next few clauses. */
function isDone(clauses: readonly Clause[], draft: Draft): boolean {
  const line = clauses[draft.last]?.line
  return (
    clauses
      .slice(draft.last + 1, draft.last + 6)
      .filter(clause => clause.line === line)
      .some(
        clause => mendedByUs.test(clause.text) && !/要|等|再|明|下|周|星期|礼拜|月|没|不/u.test(clause.text),
      ) ||
    clauses
      .slice(draft.first, draft.last + 2)
      .some(clause => settledNow.test(clause.text) && /好|上|了/u.test(clause.text) && clause.line === line)
  )
}
