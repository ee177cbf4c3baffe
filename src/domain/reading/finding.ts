import type { Day } from '#domain/base/days.ts'

/** The eight level-1 categories of needs, as written in a diary's findings. */
export type NeedCategoryWord =
  | '基础设施'
  | '受灾受困'
  | '矛盾纠纷'
  | '产业发展'
  | '特殊困难人群'
  | '公共服务'
  | '人居环境'
  | '家庭个性'

export type NeedLevel = 'household' | 'shared' | 'policy'
export type PromiseGiver = 'visitor' | 'cadre' | 'department'
export type FactWord =
  | 'good-times'
  | 'telephone'
  | 'hearing'
  | 'mobility'
  | 'language'
  | 'member'
  | 'house-note'
  | 'schooling'
  | 'away'
export type SensitiveWord = 'identity-number' | 'illness' | 'income' | 'label-word'

/** The words of the diary a finding rests on: `text.slice(start, end) === quote`, offsets in UTF-16 units. */
export type Quoted = { readonly quote: string; readonly start: number; readonly end: number }

/** One thing somebody would like done; `done` when it was settled during the visit. */
export type NeedFinding = Quoted & {
  readonly kind: 'need'
  readonly category: NeedCategoryWord
  readonly level: NeedLevel
  readonly done: boolean
}

/** Words given to the household by a visitor, a cadre or a department, and their day when one was named. */
export type PromiseFinding = Quoted & {
  readonly kind: 'promise'
  readonly by: PromiseGiver
  readonly dueOn: Day | null
}

/** What the household asks about a rule or a benefit. */
export type PolicyQuestionFinding = Quoted & { readonly kind: 'policy-question'; readonly topic: string }

/** Words that name a grievance out of past policy; nothing is asked about it, nothing more is read [H19]. */
export type OldMatterFinding = Quoted & { readonly kind: 'old-matter' }

/** Something about the visited household that the field budget has a place for. */
export type FactFinding = Quoted & { readonly kind: 'fact'; readonly key: FactWord; readonly value: string }

/** What the writer is warned about before it is kept. */
export type SensitiveFinding = Quoted & { readonly kind: 'sensitive'; readonly what: SensitiveWord }

/** What the reader proposes from a diary. A proposal is no record: only the visitor's tap makes it one [H9]. */
export type Finding =
  | NeedFinding
  | PromiseFinding
  | PolicyQuestionFinding
  | OldMatterFinding
  | FactFinding
  | SensitiveFinding
