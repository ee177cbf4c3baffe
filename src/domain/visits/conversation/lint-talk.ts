import type { Talk } from './compose-talk.ts'
import type { TalkLine } from './talk-line.ts'

/** Why a line or a card would be an interrogation and no talk [H7]. */
export type TalkFault =
  | 'two-questions'
  | 'too-long'
  | 'asks-for-facts'
  | 'form-word'
  | 'raises-trouble'
  | 'no-english'
  | 'too-many-questions'

/** Longest line that is taken in at a glance, in signs. */
const longest = 24

const asksForFacts =
  /(?:收入|工资|存款|几口人|多少钱|哪年生|身份证|电话.{0,2}多少|号码|文化程度|什么学历|有没有(?:贷款|欠|病)|病|家庭情况|基本情况)/u
const formWord = /登记|填|选择|请回答|问卷|满意|打分|评价|核实|是否|如实|配合|签字|拍照/u
const raisesTrouble =
  /困难|诉求|意见|矛盾|上访|征地|补偿|罚款|计划生育|低保|贫困|为什么不|怎么不|怎么没|咋不/u

/** The faults of one line; an empty list lets it pass. */
export function faultsOfLine(line: TalkLine): readonly TalkFault[] {
  const checks: (readonly [TalkFault, boolean])[] = [
    ['two-questions', questionsIn(line.zh) > 1],
    ['too-long', [...line.zh].length > longest],
    ['asks-for-facts', asksForFacts.test(line.zh)],
    ['form-word', formWord.test(line.zh)],
    ['raises-trouble', raisesTrouble.test(line.zh)],
    ['no-english', line.en.trim() === '' || /\p{Script=Han}/u.test(line.en)],
  ]
  return checks.flatMap(([fault, holds]) => (holds ? [fault] : []))
}

/** A card with more than three questions is a list of questions. */
export function faultsOfTalk(talk: Talk): readonly TalkFault[] {
  const asked = [...talk.openers, talk.praise, talk.advice].reduce(
    (sum, line) => sum + questionsIn(line.zh),
    0,
  )
  return asked > 3 ? ['too-many-questions'] : []
}

/** How many things a line asks. */
const questionsIn = (words: string): number => (words.match(/[？?]/gu) ?? []).length
