import type { CatalogueFault, CatalogueProblem } from '../../catalogues/catalogue.ts'
import { solarTerms } from '../../base/calendar/solar-terms.ts'
import { labelIn } from '../../reading/label-words.ts'
import { isSaying, type Saying, type SayingPart, type TalkLine } from './talk-line.ts'

/** What is wrong with a saying: in which field, in which words, and where. */
export type TalkProblem = Pick<CatalogueProblem, 'field' | 'because' | 'part' | 'at'>

/** Longest line that is taken in at a glance, in signs. */
const longest = 24

/** What a form asks, and a guest does not: numbers, papers, income, health, marriage. */
const asksForFacts =
  /收入|工资|存款|积蓄|几口人|几亩|几头(?:猪|牛|羊)|几个(?:儿|女|娃|伢|孩)|多大(?:年纪|岁数)|高寿多少|多少(?:钱|斤|亩|人|岁)|哪年(?:生|出)|出生(?:年|日)|身份证|户口本|银行卡|手机号|电话.{0,2}多少|号码|文化程度|什么学历|有没有(?:贷款|欠|病)|病|家庭情况|基本情况|政治面貌|信(?:什么|么)?教|结婚|找对象|生二胎/u
const formWord =
  /登记|填(?:一|个|表|写)|填表|选择|请回答|问卷|满意|打分|评价|核实|是否|如实|签字|拍照|盖章|录入|采集|台账/u
const raisesTrouble =
  /困难|诉求|意见|矛盾|上访|信访|征地|拆迁|补偿|罚款|计划生育|低保|贫困|为什么不|怎么不|怎么没|咋不|咋没/u
const slogan =
  /高度重视|贯彻|落实|(?:会议|讲话|文件|上级|全会)精神|赋能|闭环|全覆盖|不忘初心|牢记|使命|以人民为中心|为人民服务|感谢(?:党|政府|领导|组织)|党的.{0,2}政策|惠民|奔小康|共同富裕|乡村振兴|脱贫攻坚|攻坚|抓手|打造|助力|大力|深入(?:开展|推进)|扎实|切实|宣传|干群|幸福感|获得感|安全感|新时代|[!！]/u
const englishForm =
  /\b(?:income|salary|wages?|savings|how much (?:do|money|land)|how many (?:people|children|acres)|how old|ID (?:card|number)|identity|phone number|fill in|form|register|questionnaire|rate|score|satisfied|illness|married)\b/iu

/** The faults of one saying, each field for itself; an empty list lets it pass [H7] [H10]. */
export function lintSaying(saying: Saying): readonly TalkProblem[] {
  const { part, zh, en, local, fits } = saying
  const child = fits.some(fit => fit === 'grandchild' || fit === 'pupil')
  return [
    ...lintChinese('zh', zh, part),
    ...local.flatMap((one, at) => lintChinese(`local.${String(at)}.zh`, one.zh, part)),
    ...lintEnglish(en, part),
    ...[zh, en, ...local.map(one => one.zh)].flatMap(words => lintBlanks(words, child)).slice(0, 1),
  ]
}

/** What is wrong with the catalogue as a whole: a part that on some day has nothing to say at any door. */
export const lintWhole = (lines: readonly TalkLine[]): readonly TalkProblem[] => {
  const sayings = lines.filter(isSaying).filter(({ fits }) => fits.length === 0)
  return (['season', 'people', 'praise', 'advice'] as const).flatMap(part => {
    const any = sayings.filter(saying => saying.part === part)
    const missing = solarTerms.find(
      term => !any.some(({ terms }) => terms.length === 0 || terms.includes(term)),
    )
    return missing === undefined ? [] : [{ field: part, because: 'nothing-to-say', part: missing } as const]
  })
}

function lintChinese(field: string, words: string, part: SayingPart): readonly TalkProblem[] {
  const found = (because: CatalogueFault, pattern: RegExp) => problemAt(field, words, because, pattern)
  const label = labelIn(words)
  return [
    ...([...words].length > longest ? [{ field, because: 'too-long' } as const] : []),
    ...lintAsking(field, words, part),
    // A topic to leave alone names what is not to be asked.
    ...(part === 'topic'
      ? []
      : [...found('asks-for-facts', asksForFacts), ...found('raises-trouble', raisesTrouble)]),
    ...found('form-word', formWord),
    ...found('slogan', slogan),
    ...(label === null
      ? []
      : [{ field, because: 'labels-people', part: label.quote, at: placeOf(words, label.quote) } as const]),
  ]
}

function lintAsking(field: string, words: string, part: SayingPart): readonly TalkProblem[] {
  if (part === 'topic') return problemAt(field, words, 'praise-asks', /[？?]/u)
  const [first, second] = questionsIn(words)
  if (first !== undefined && part === 'praise') return [{ field, because: 'praise-asks', part: first }]
  return second === undefined ? [] : [{ field, because: 'several-questions', part: second }]
}

const lintEnglish = (words: string, part: SayingPart): readonly TalkProblem[] => [
  ...problemAt('en', words, 'not-english', /\p{Script=Han}+/u),
  ...(part === 'topic' ? [] : problemAt('en', words, 'asks-for-facts', englishForm)),
  ...((words.match(/\?/gu) ?? []).length > 1 ? [{ field: 'en', because: 'several-questions' } as const] : []),
]

/** `{child}` alone stands for something, and only where the line is for a house with a child. */
const lintBlanks = (words: string, child: boolean): readonly TalkProblem[] =>
  [...words.matchAll(/\{[^}]*\}?|\}/gu)]
    .filter(([blank]) => blank !== '{child}' || !child)
    .map(([blank]) => ({ field: 'zh', because: 'unknown-blank', part: blank }) as const)

function problemAt(
  field: string,
  words: string,
  because: CatalogueFault,
  pattern: RegExp,
): readonly TalkProblem[] {
  const found = pattern.exec(words)
  return found === null ? [] : [{ field, because, part: found[0], at: placeOf(words, found[0]) }]
}

const placeOf = (words: string, part: string): number =>
  Array.from(words.slice(0, words.indexOf(part))).length + 1

const asks =
  /(?:吗|呢|吧|没|(?<![都也])没有|不|否)$|多少|几(?:口|亩|岁|个|头|时|年|人|间|块)|哪(?:个|里|儿|样|年|天|一|些)|什么|么事|有么|啥|怎么|怎样|咋|为何|谁/u

/** The parts of a line that ask, with a question mark or without: 田种了没，牛喂了没，人好吧. */
export const questionsIn = (words: string): readonly string[] =>
  [...words.matchAll(/([^，。；、！？,;!?\s]+)([，。；、！？,;!?]?)/gu)]
    .filter(([, clause = '', end = '']) => end === '？' || end === '?' || asks.test(clause))
    .map(([, clause = '']) => clause)
