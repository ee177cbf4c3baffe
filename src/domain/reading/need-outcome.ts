import type { Clause } from './clauses.ts'
import { covers, quoteOf } from './clauses.ts'
import type { NeedCategoryWord, NeedFinding, NeedLevel, Quoted } from './finding.ts'
import type { Draft } from './need-drafts.ts'
import { mendedByUs, settledBefore, settledNow, takenBack } from './standing.ts'
import { harmByAnother, manyHomes, othersToo, publicThing, ruleAbove } from './topics.ts'
import { leadIn } from './wishes.ts'
import { pattern } from './pattern.ts'

/** What the family takes back in the same breath. */
export function isGivenUp(draft: Draft, clauses: readonly Clause[]): boolean {
  const last = clauses[draft.last]
  return [1, 2].some(ahead => {
    const next = clauses[draft.last + ahead]
    if (!next || !last || next.line !== last.line) return false
    if (next.sentence > last.sentence + (ahead === 1 ? 1 : 0)) return false
    if (takenBack.test(next.text)) return true
    return next.sentence === last.sentence && (letBe.test(next.text) || settledBefore(next.text))
  })
}

const letBe = pattern`
    ^(?:已经|早就|如今|现在|后来|上个?月|昨天|刚).{0,10}(?:修|换|装|接|弄|补|办|解决|找|翻|清|
    谈).{0,2}(?:好|上|了|通|回)|不打紧|不碍事|不要紧|不急|没意见|不在乎|不用我们|不用操心|找回来|惯了|
    无所谓|用不着|不稀罕|结清|扭过来|赔了(?!.{0,4}不)|过去了$|就来了$|自己(?:会|钉|修|补|糊|捡|
    换).{0,3}(?:好|上)?了?$|贴了?贴?膏药|闭着眼
  `

/** The diary around a need: its clauses, the words promised in it, and its other needs. */
export type Around = {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly pledged: readonly Quoted[]
  readonly drafts: readonly Draft[]
}

/** The finding a draft becomes: its quote without what leads to it, its level, and whether it was settled at once. */
export function needFrom(draft: Draft, around: Around): NeedFinding {
  const { text, clauses } = around
  const [first, last] = [clauses[draft.first], clauses[draft.last]]
  const own = clauses
    .slice(draft.first, draft.last + 1)
    .map(clause => clause.text)
    .join('，')
  const from = (first?.start ?? 0) + leadLength(first?.text ?? '')
  return {
    kind: 'need',
    category: categoryIn(own, draft.category),
    level: levelOf(clauses, draft),
    done: isDone(draft, around),
    ...quoteOf(text, from, last?.end ?? from),
  }
}

/** Damage that somebody answers for is a dispute. */
const categoryIn = (words: string, category: NeedCategoryWord): NeedCategoryWord =>
  /受灾受困|基础设施|产业发展/u.test(category) && harmByAnother.test(words) ? '矛盾纠纷' : category

const someoneSays = /^[^，]{1,6}?(?:又|就|还|才)?(?:说起|说|讲起|讲|提起|念叨|反映)(?!不|得)/u

/** 他说, 愁的是, 还有一条: what leads to the matter and is not yet it. */
const leadLength = (words: string): number =>
  leadIn.exec(words)?.[0].length ?? someoneSays.exec(words)?.[0].length ?? 0

function levelOf(clauses: readonly Clause[], draft: Draft): NeedLevel {
  const own = clauses
    .slice(draft.first, draft.last + 1)
    .map(clause => clause.text)
    .join('，')
  const sentence = clauses[draft.last]?.sentence
  const around = clauses.filter(
    (clause, at) => clause.sentence === sentence || Math.abs(at - draft.last) <= 1,
  )
  if (ruleAbove.test(own)) return 'policy'
  const later = clauses
    .slice(draft.last + 1, draft.last + 4)
    .filter(clause => clause.line === clauses[draft.last]?.line)
  if (around.some(clause => manyHomes.test(clause.text)) || later.some(clause => othersToo.test(clause.text)))
    return 'shared'
  return publicThing.test(own) && /基础设施|公共服务|人居环境/u.test(draft.category) ? 'shared' : 'household'
}

/** Settled during the visit: somebody's hands within the next few clauses, and no promise or call about it. */
function isDone(draft: Draft, { clauses, pledged, drafts }: Around): boolean {
  const line = clauses[draft.last]?.line
  const next = drafts.find(other => other.first > draft.last)?.first ?? clauses.length
  return clauses.slice(draft.last + 1, Math.min(draft.last + 8, next)).some(clause => {
    if (clause.line !== line || pledged.some(one => covers(one, clause)) || notMended.test(clause.text))
      return false
    return (
      mendedByUs.test(clause.text) ||
      (settledNow.test(clause.text) && /(?:好|上|通|完|妥|亮|办|修|换|装|接|弄)了/u.test(clause.text))
    )
  })
}

const notMended = pattern`
    电话|联系|反映|商量|答应|登记了|记(?:下|了)|[说讲](?!明)|要是|等|明天|后天|下[周个回次]|星期|礼拜|
    月底|没(?!有声)|不[会能敢肯让给]
  `
