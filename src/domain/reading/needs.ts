import type { Clause } from './clauses.ts'
import { covers } from './clauses.ts'
import type { NeedCategoryWord, NeedFinding, Quoted } from './finding.ts'
import { joinDrafts } from './need-drafts.ts'
import type { Draft } from './need-drafts.ts'
import { isGivenUp, needFrom } from './need-outcome.ts'
import {
  denied,
  inOldStory,
  longAgo,
  scene,
  settledBefore,
  supposed,
  takenBack,
  writersOwn,
} from './standing.ts'
import { categoryOf, ruleAbove } from './topics.ts'
import { anyTrouble, brokenWord } from './any-trouble.ts'
import { troubles } from './troubles.ts'
import { asked, wishIn } from './wishes.ts'
import { pattern } from './pattern.ts'

/**
 * What other readers have already found: `taken` clauses are read no more, `pledged` ones mend nothing yet, and
 * `told` ones (facts) are a need only where they name a known trouble.
 */
export type AlreadyRead = {
  readonly taken: readonly Quoted[]
  readonly pledged: readonly Quoted[]
  readonly told: readonly Quoted[]
}

/** Reads the needs of a diary: one thing somebody would like done and that is open when the visit begins. */
export function needsIn(text: string, clauses: readonly Clause[], read: AlreadyRead): readonly NeedFinding[] {
  const taken = new Set(clauses.filter(clause => read.taken.some(one => covers(one, clause))))
  const told = new Set(clauses.filter(clause => read.told.some(one => covers(one, clause))))
  const diary: Diary = { clauses, taken, told }
  const drafts = clauses.flatMap((clause, index) => (taken.has(clause) ? [] : draftAt(diary, index)))
  const joined = joinDrafts(drafts, clauses)
  return joined
    .filter(draft => !isGivenUp(draft, clauses))
    .map(draft => needFrom(draft, { text, clauses, pledged: read.pledged, drafts: joined }))
    .filter(need => need.quote.length >= shortestQuote)
}

/** Fewer signs name no matter. */
const shortestQuote = 3

/** The clauses of a diary, with those other readers have taken or told of. */
type Diary = {
  readonly clauses: readonly Clause[]
  readonly taken: ReadonlySet<Clause>
  readonly told: ReadonlySet<Clause>
}

function draftAt(diary: Diary, index: number): readonly Draft[] {
  const clause = diary.clauses[index]
  if (!clause) return []
  if (brokenWord.test(clause.text)) return brokenAt(diary, index)
  if (setAside(clause, diary, index)) return []
  const found =
    ruleAt(clause, index) ?? troubleAt(diary, index) ?? wishAt(diary, index) ?? anyTroubleAt(diary, index)
  return found ? [found] : []
}

function setAside(clause: Clause, diary: Diary, index: number): boolean {
  const { text } = clause
  if (!clause.spoken && writersOwn.test(text)) return true
  if (longAgo.test(text) || settledBefore(text) || scene.test(text)) return true
  if (denied.test(text) || takenBack.test(text) || supposed.test(text)) return true
  if (
    inOldStory(diary.clauses, index) ||
    (!clause.spoken && onOurWay.test(beside(diary, index, 1)?.text ?? ''))
  )
    return true
  const before = beside(diary, index, -1)
  return before !== undefined && supposed.test(before.text) && !/能|就好/u.test(text)
}

/** 车开不进，我们走了两里: the writer's own way there. */
const onOurWay = pattern`
    ^(?:我们?|只好|只得|就)?(?:我们?)?(?:下车|步行|撑(?:着)?伞|走(?:了|着|进|过|上|的)|绕|推(?:着)?车|
    爬(?:了|上|着)|踩|蹚|摸黑)
  `

/** The clause some steps away in the same sentence. */
function beside({ clauses, taken }: Diary, index: number, step: number): Clause | undefined {
  const near = clauses[index + step]
  return near && near.sentence === clauses[index]?.sentence && !taken.has(near) ? near : undefined
}

/** Something promised once that never came is a need, whoever promised it. */
function brokenAt(diary: Diary, index: number): readonly Draft[] {
  const words = [-1, 0, 1].map(step => beside(diary, index, step)?.text ?? '').join('，')
  const category = categoryOf(words)
  return category ? [{ category, first: index, last: index, strength: 'wish', frame: null }] : []
}

function ruleAt(clause: Clause, index: number): Draft | null {
  if (!ruleAbove.test(clause.text)) return null
  const category = categoryOf(clause.text.replace(/补[贴助偿]|目录|标准/gu, '')) ?? categoryOf(clause.text)
  const first = /^(?:这|那)(?:个)?(?:规矩|规定|政策|标准)/u.test(clause.text) && index > 0 ? index - 1 : index
  return category && { category, first, last: index, strength: 'wish', frame: null }
}

function troubleAt(diary: Diary, index: number): Draft | null {
  const clause = diary.clauses[index]
  if (!clause) return null
  const inside = troubles.findIndex(({ thing, wrong }) => thingApart(thing, wrong, clause.text))
  if (inside >= 0 && diary.told.has(clause) && troubles[inside]?.category === '基础设施') return null
  if (inside >= 0) return framed(inside, startOfMatter(diary, index, inside), index)
  for (const back of [1, 2]) {
    const before = beside(diary, index, -back)
    if (!before || settledBefore(before.text) || writersOwn.test(before.text)) return null
    const found = troubles.findIndex(
      ({ thing, wrong }) => thing?.test(before.text) === true && undenied(wrong, clause.text) !== null,
    )
    if (found >= 0) return framed(found, back === 1 ? index - 1 : index, index)
  }
  return null
}

/** The clause before belongs to the same matter when it names the same kind of thing: 水管埋浅了，一冻就断水. */
function startOfMatter(diary: Diary, index: number, frame: number): number {
  const before = beside(diary, index, -1)
  const thing = troubles[frame]?.thing
  if (!before || diary.told.has(before) || !thing?.test(before.text) || setAside(before, diary, index - 1))
    return index
  return /[问说讲]|给|电话/u.test(before.text) ? index : index - 1
}

function framed(frame: number, first: number, last: number): Draft | null {
  const category = troubles[frame]?.category
  return category ? { category, first, last, strength: 'trouble', frame } : null
}

/** The category of a known trouble told in the words alone. */
function troubleIn(words: string): NeedCategoryWord | null {
  return troubles.find(({ thing, wrong }) => thingApart(thing, wrong, words))?.category ?? null
}

/** The thing must stand outside the words that say what is wrong with it, and these must not be denied. */
function thingApart(thing: RegExp | null, wrong: RegExp, words: string): boolean {
  const found = undenied(wrong, words)
  if (!found) return false
  if (thing === null || (found[0].length >= 4 && thing.test(words))) return true
  return thing.test(`${words.slice(0, found.index)} ${words.slice(found.index + found[0].length)}`)
}

/** 路上不滑, 再没糊过: the trouble is denied. */
function undenied(wrong: RegExp, words: string): RegExpExecArray | null {
  const found = wrong.exec(words)
  return found && /[不没未]$|没有$|再没$/u.test(words.slice(0, found.index)) ? null : found
}

function wishAt(diary: Diary, index: number): Draft | null {
  const clause = diary.clauses[index]
  if (!clause) return null
  const wish = clause.spoken && asked.test(clause.text) ? 'strong' : wishIn(clause.text)
  if (wish === null || /了[一两三几半]?[遍回次碗杯趟]/u.test(clause.text)) return null
  const category = categoryOf(clause.text) ?? (wish === 'strong' ? categoryNear(diary, index) : null)
  return category && { category, first: index, last: index, strength: 'wish', frame: null }
}

function anyTroubleAt(diary: Diary, index: number): Draft | null {
  const clause = diary.clauses[index]
  if (!clause || diary.told.has(clause) || undenied(anyTrouble, clause.text) === null) return null
  const own = categoryOf(clause.text)
  if (own) return { category: own, first: index, last: index, strength: 'trouble', frame: null }
  const before = beside(diary, index, -1)
  if (!before || writersOwn.test(before.text) || settledBefore(before.text) || denied.test(before.text))
    return null
  const category = categoryOf(before.text) ?? troubleIn(before.text)
  return category && { category, first: index - 1, last: index, strength: 'trouble', frame: null }
}

function categoryNear(diary: Diary, index: number): NeedCategoryWord | null {
  return categoryOf([1, -1].map(step => beside(diary, index, step)?.text ?? '').join(' '))
}
