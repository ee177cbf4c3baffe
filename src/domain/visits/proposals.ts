import type { Day } from '../base/days.ts'
import type { NeedId } from '../base/ids.ts'
import { factsFor, hasSameValue } from '../households/facts.ts'
import type { FactKey, Household, Source } from '../households/household.ts'
import { isOpenNeed, type Category, type Level, type Need } from '../needs/need.ts'
import type { FactFinding, FactWord, Finding, NeedCategoryWord, NeedFinding } from '../reading/finding.ts'
import { hasUntoldResult } from './readiness.ts'

/** Where in the diary a proposal stands: offsets in UTF-16 units, so that `text.slice(start, end) === quote`. */
type Place = { readonly quote: string; readonly start: number; readonly end: number }

/** What a finding would become. Nothing of it is a record before the visitor's tap [H9]. */
export type Proposed =
  | { readonly is: 'need'; readonly words: string; readonly category: Category; readonly level: Level }
  /** What the family told of last time, and tells of again. */
  | { readonly is: 'open-need'; readonly need: NeedId; readonly about: string; readonly words: string }
  | {
      readonly is: 'done-there'
      readonly words: string
      readonly category: Category
      readonly result: string
    }
  /** A result that was waiting was told to the family. */
  | { readonly is: 'told'; readonly need: NeedId; readonly about: string }
  | { readonly is: 'promise'; readonly words: string; readonly dueOn: Day | null }
  /** Words given by a cadre or a department: the visitor may promise to keep an eye on them, and nothing more. */
  | { readonly is: 'others-promise'; readonly words: string; readonly dueOn: Day | null }
  | { readonly is: 'question'; readonly words: string }
  | {
      readonly is: 'fact'
      readonly key: FactKey
      readonly value: string
      readonly source: Source
      readonly sameAsKept: boolean
    }

export type Proposal = Place & {
  /** Stays the same while the words stay the same, so that what was judged stays judged. */
  readonly key: string
  readonly proposed: Proposed
}

/** What the reading warns about, and never keeps: sensitive words, and an old matter [H19]. */
export type Warning = Place & {
  readonly key: string
  readonly about: 'identity-number' | 'illness' | 'income' | 'label-word' | 'old-matter'
}

export type DiaryReading = { readonly proposals: readonly Proposal[]; readonly warnings: readonly Warning[] }

/** What was found in a diary, seen beside what is known of the household: an open matter told again is no new one. */
export function proposalsFrom(
  findings: readonly Finding[],
  text: string,
  household: Household,
  today: Day,
): DiaryReading {
  const warnings: Warning[] = []
  const proposals: Proposal[] = toldIn(text, household)
  for (const finding of findings) {
    const place = { quote: finding.quote, start: finding.start, end: finding.end }
    if (finding.kind === 'sensitive')
      warnings.push({ ...place, key: keyOf('warn', place), about: finding.what })
    else if (finding.kind === 'old-matter')
      warnings.push({ ...place, key: keyOf('old', place), about: 'old-matter' })
    else {
      const proposed = proposedFrom(finding, household, today)
      if (proposed !== null) proposals.push({ ...place, key: keyOf(proposed.is, place), proposed })
    }
  }
  return { proposals: withoutDoubles(proposals), warnings }
}

/** The same words carry one proposal: a fact in the words of a need, a promise or a question is not proposed again. */
const withoutDoubles = (proposals: readonly Proposal[]): readonly Proposal[] =>
  proposals
    .filter(
      one =>
        one.proposed.is !== 'fact' ||
        !proposals.some(other => other.proposed.is !== 'fact' && overlap(one, other)),
    )
    .toSorted((one, other) => one.start - other.start)

const overlap = (one: Place, other: Place): boolean => one.start < other.end && other.start < one.end

/** Words the writer has marked by hand, as a matter of the family's own. */
export const markedByHand = (start: number, end: number, text: string): Proposal => {
  const place = { quote: text.slice(start, end), start, end }
  return {
    ...place,
    key: keyOf('hand', place),
    proposed: { is: 'need', words: place.quote.trim(), category: 'family-own', level: 'household' },
  }
}

/**
 * Strikes words out of a diary. What stood around them closes up; a bracket or a comma left alone beside the gap goes.
 */
export const strikeOut = (text: string, quote: string): string => {
  const at = text.indexOf(quote)
  if (at < 0) return text
  const before = text.slice(0, at).replace(/[（(「“]$/u, '')
  const after = text.slice(at + quote.length).replace(/^[）)」”]/u, '')
  return /[，、：,:]$/u.test(before) && /^[，、。；,;.]/u.test(after)
    ? before.slice(0, -1) + after
    : before + after
}

const keyOf = (kind: string, { quote }: Place): string => `${kind}:${quote}`

function proposedFrom(
  finding: Exclude<Finding, { kind: 'sensitive' | 'old-matter' }>,
  household: Household,
  today: Day,
): Proposed | null {
  switch (finding.kind) {
    case 'need':
      return needFrom(finding, household)
    case 'promise':
      return {
        is: finding.by === 'visitor' ? 'promise' : 'others-promise',
        words: finding.quote,
        dueOn: finding.dueOn,
      }
    case 'policy-question':
      return { is: 'question', words: finding.quote }
    case 'fact':
      return factFrom(finding, household, today)
    default:
      return finding satisfies never
  }
}

function needFrom(finding: NeedFinding, household: Household): Proposed {
  const { quote: words, level } = finding
  const again = household.needs.find(need => isOpenNeed(need) && soundsLike(need, words))
  if (again !== undefined) return { is: 'open-need', need: again.id, about: again.words, words }
  const category = categories[finding.category]
  return finding.done
    ? { is: 'done-there', words, category, result: words }
    : { is: 'need', words, category, level }
}

const categories: Readonly<Record<NeedCategoryWord, Category>> = {
  基础设施: 'infrastructure',
  受灾受困: 'hardship',
  矛盾纠纷: 'disputes',
  产业发展: 'livelihood',
  特殊困难人群: 'special-difficulties',
  公共服务: 'public-services',
  人居环境: 'living-environment',
  家庭个性: 'family-own',
}

/** What the family says of itself is the family's; what one sees at the table is the visitor's. */
const places: Readonly<Record<FactWord, { readonly key: FactKey; readonly source: Source } | null>> = {
  'good-times': { key: 'good-times', source: 'household' },
  telephone: { key: 'telephone', source: 'household' },
  hearing: { key: 'hearing', source: 'visitor' },
  mobility: { key: 'mobility', source: 'visitor' },
  language: { key: 'language', source: 'visitor' },
  member: { key: 'living-at-home', source: 'household' },
  'house-note': { key: 'house-note', source: 'visitor' },
  away: { key: 'away', source: 'household' },
  // Schooling belongs to one member, and a diary's words do not say surely to which.
  schooling: null,
}

function factFrom(finding: FactFinding, household: Household, today: Day): Proposed | null {
  const place = places[finding.key]
  if (place === null) return null
  const value = finding.key === 'telephone' ? telephoneIn(finding.value) : finding.value
  if (value === '') return null
  const sameAsKept = factsFor(household, place.key, today).some(fact => hasSameValue(fact.value, value))
  return { is: 'fact', ...place, value, sameAsKept }
}

const telephoneIn = (words: string): string =>
  /(?<!\d)1\d{2}[\s-]?\d{4}[\s-]?\d{4}(?!\d)|0\d{2,3}[\s-]?\d{7,8}/u.exec(words)?.[0] ?? ''

/** Whether a telling is about a matter known already: half of the shorter one's pairs of characters stand in the other. */
function soundsLike(need: Need, quote: string): boolean {
  return [need.words, need.quote].some(words => {
    const [one, other] = [pairsOf(words), pairsOf(quote)]
    const shared = [...one].filter(pair => other.has(pair)).length
    return shared >= 2 && shared * 2 >= Math.min(one.size, other.size)
  })
}

const pairsOf = (words: string): ReadonlySet<string> => {
  const letters = [...words.replace(/[\p{P}\s还又是了的也都老总]/gu, '')]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`))
}

const telling =
  /(?:把|将|跟|给|同)[^，。；！？\n]{1,14}?(?:讲|说|告诉|回|念|带)(?:了|给|清|到|过|的话)[^，。；！？\n]{0,8}/u

/** Where a result waits to be told and the diary tells of telling, that it was told is proposed [H12]. */
function toldIn(text: string, household: Household): Proposal[] {
  const found = telling.exec(text)
  if (found === null) return []
  const place = { quote: found[0], start: found.index, end: found.index + found[0].length }
  return household.needs
    .filter(hasUntoldResult)
    .slice(0, 1)
    .map(need => ({
      ...place,
      key: keyOf('told', place),
      proposed: { is: 'told', need: need.id, about: need.words },
    }))
}
