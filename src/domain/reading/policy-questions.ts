import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { PolicyQuestionFinding } from './finding.ts'
import { pattern } from './pattern.ts'

/** What people ask about, and the short word for it. The more particular first. */
const topics: readonly (readonly [string, RegExp])[] = [
  ['高龄津贴', /高龄|八十岁.{0,6}(?:钱|补)|长寿/u],
  ['养老金', /养老|退休金|社保|缴费年限|灵活就业|失地.{0,4}保险|丧葬|抚恤/u],
  ['大病救助', /大病|医疗救助|临时救助|慢(?:性)?病|特殊门诊|门诊特/u],
  ['医保', /医保|合作医疗|新农合|报销|报得|报多少|住院|异地就医|药费|打疫苗/u],
  ['低保', /低保|特困|五保|监测户|脱贫户|贫困户|孤儿/u],
  ['残疾人补贴', /残疾|残联|护理补贴|两项补贴|轮椅/u],
  [
    '助学',
    /助学|雨露|学费|贫困生|奖学金|生源地|学区|学籍|上学|入学|转学|住校|营养餐|幼儿园|中考|高考|专项计划/u,
  ],
  ['生育', /生育|二胎|三胎|产假|产检|独生子女|奖扶|计生|育儿|准生/u],
  ['户口', /户口|落户|迁户|分户|上户|销户|改名|身份证/u],
  ['建房', /宅基地|建房|盖房|起屋|做屋|修屋|危房|翻建|拆旧|建新|房子|不动产|房产证|异地搬迁|搬迁|层/u],
  ['土地流转', /流转|承包|确权|转包|租(?:给|出)|到期|延包|撂荒|二轮|三轮/u],
  ['公益林补偿', /公益林|生态林|护林|天保/u],
  ['退耕还林', /退耕|还林/u],
  ['耕地补贴', /地力|种粮|粮补|直补|耕地|油菜.{0,3}补|种.{0,6}补/u],
  ['农机补贴', /农机|收割机|旋耕机|购机|机子.{0,4}补/u],
  ['农业保险', /保险|理赔|投保|野(?:猪|生动物|兽)|(?:给不给|会不会|有没有|能不能).{0,2}赔/u],
  ['创业贷款', /贷款|贴息|担保|创业|返乡/u],
  ['合作社', /合作社|家庭农场|章程|交不交税|执照|登记/u],
  ['优抚', /退役|退伍|优抚|老兵|参战|军属|烈属/u],
  ['征地', /征地|征收|补偿|占地|拆迁|移民|后期扶持|直补款/u],
  ['务工', /务工|交通补贴|车票|稳岗|公益岗|公益性岗位|就业|工伤|欠薪/u],
  ['林木采伐', /砍|采伐|林权|木材|烧炭/u],
  ['交通', /驾照|摩托|上牌|年检|三轮|电动车|公交卡|免费坐车/u],
  ['养殖', /养(?:猪|牛|羊|鸡|鱼|蜂)|禁养|能繁|环评/u],
  ['殡葬', /火化|土葬|公墓|坟/u],
  ['缴费', /水费|电费|宽带|垃圾费|卫生费|光伏|交.{0,2}税|税费/u],
  [
    '补贴',
    pattern`
    补贴|补助|津贴|政策|指标|名额|待遇|优惠|减免|补多少|补几|补不补|有没有补|有得补|有冇得|打卡|条件|
    资格|手续|申请|够不够格|标准
  `,
  ],
]

const asks = pattern`
    (?:^|[^我])(?:又|也|还|就|想|顺便|悄悄|追着|一个劲|拉着我|小声|开口就|反复|专门|倒|老|
    另外)?(?:问(?!题|卷|候|好|了?一圈|心)|打听|咨询|请教)(?:起|到|了|过|我|我们|的是|一?[句下声]|道|
    一问|清楚)*|想(?:晓得|知道|问|弄清|搞清|了解|搞懂)(?:一?下)?|(?:不|弄不|搞不|闹不|拿不|没)(?:晓得|
    知道|清楚|清|懂|明白|准|搞懂|弄明白)|不太?(?:清楚|明白|懂)|疑惑|被问
  `

const interrogative = pattern`
    能不能|可不可以|可以不|能否|可否|是否|有没有|有冇得|有没得|要不要|该不该|算不算|够不够|是不是|
    还[^，]{0,3}不[^，]{0,3}|怎么|么样|咋(?:样|个)?|如何|几多|多少|啥时候?|什么时候|么时候|几时|哪(?:个|
    里|年|天|些|家|样|种|儿)|在哪|到哪|找谁|几(?:户|岁|年|号|成|块|个|月|钱)|什么|么(?:子|事|手续|条件)|
    啥(?:条件|手续|材料)?|符不符合|归(?:哪个|谁)|(.)(?:不|没)\1|多久|多大|多高|吗|不$|么$|啵|没$|会不会|
    还是|谁|凭什么|哪些
  `

const writerAsks = pattern`
    ^(?:我|我们|小.)(?:又|就|也|还|再|便)?(?:没)?(?:问|打听|请教|想(?:晓得|知道))|没(?:多)?问|不问|
    问(?:他|她|他们|老人|婆婆|孩子)|我问|随口问|同事问
  `

/** Reads what the household asks about a rule, a benefit or its own entitlement. */
export function policyQuestionsIn(
  text: string,
  clauses: readonly Clause[],
): readonly PolicyQuestionFinding[] {
  const found: PolicyQuestionFinding[] = []
  clauses.forEach((clause, at) => {
    const start = questionStart(clauses, at)
    if (start === null) return
    const own = topicOf(clause.text.slice(Math.max(0, start - clause.start)))
    const matter = own === null || start === clause.start ? matterBefore(clauses, at) : null
    const topic = own ?? matter?.topic ?? null
    if (topic === null) return
    const quoted = quoteOf(text, matter && matter.start < start ? matter.start : start, clause.end)
    const last = found.at(-1)
    if (last && last.topic === topic && clause.start - last.end <= 2) return
    found.push({ kind: 'policy-question', topic, ...quoted })
  })
  return found
}

/** 问家里老人过世了，养老金多领了一个月要不要退: what is asked about may stand in the clause before. */
function matterBefore(
  clauses: readonly Clause[],
  at: number,
): { readonly topic: string; readonly start: number } | null {
  const [clause, before] = [clauses[at], clauses[at - 1]]
  if (!clause || !before || before.sentence !== clause.sentence || before.spoken !== clause.spoken)
    return null
  const lead = /^.{0,14}?(?:问(?:问)?(?:我|起|的是)?|说|讲)(?![题候])/u.exec(before.text)
  const words = before.text.slice(lead?.[0].length ?? 0)
  const topic = topicOf(words)
  return lead && topic !== null ? { topic, start: before.end - words.length } : null
}

const topicOf = (words: string): string | null =>
  topics.find(([, pattern]) => pattern.test(words))?.[0] ?? null

/** Where the question begins in this clause; null when none is asked here. */
function questionStart(clauses: readonly Clause[], at: number): number | null {
  const clause = clauses[at]
  if (!clause) return null
  const { text } = clause
  const asked = asks.exec(text)
  if (
    asked &&
    /^(?:不|没|弄不|搞不)/u.test(asked[0].replace(/^[^不没弄搞]/u, '')) &&
    /想|打算/u.test(clauses[at - 1]?.text ?? '')
  )
    return null
  if (asked && !writerAsks.test(text)) {
    const rest = text.slice(asked.index + asked[0].length)
    if (rest !== '' && interrogative.test(rest) && rest.length > 3) return clause.end - rest.length
    if (rest.length < 6 && interrogative.test(text.slice(0, asked.index)) && asked.index > 4)
      return clause.start
  }
  const next = clauses[at + 1]
  if (interrogative.test(text) && next?.sentence === clause.sentence && unknown.test(next.text))
    return questionHead(clause)
  if (plainlyAsked.test(text) && !/^.{0,4}我们?(?:说|讲|问)/u.test(text)) return questionHead(clause)
  return followsAsking(clauses, at) &&
    interrogative.test(text) &&
    !writerAsks.test(text) &&
    !/^(?:我|我们)(?:说|讲|把|没|就|告诉|给|答)/u.test(text)
    ? clause.start
    : null
}

/** 合作社要几户人，他都不晓得. */
const unknown = pattern`
    ^(?:他|她|他们|老人|两口子|一家人)?(?:们)?(?:自己)?(?:都|也|全|一概|一直|硬是)?(?:不(?:太|
    大)?(?:晓得|知道|清楚|懂|明白)|搞不(?:清|懂)|弄不(?:清|懂|明白)|没(?:得)?底|没弄(?:清|明白)|
    说不(?:清|准)|拿不准)$
  `

/** So put that it needs no asking word: 报不报得了. */
const plainlyAsked =
  /报不报|补不补|给不给|退不退|交不交|算不算(?!数)|(?:能不能|可不可以)(?:报|补|领|享受|申请)|能(?:报|补|领)(?:多少|几)|报得了(?:不|啵|吗)/u

const questionHead = (clause: Clause): number =>
  clause.start + (/^.{0,8}(?:说|讲|就是)/u.exec(clause.text)?.[0].length ?? 0)

/** 他问：…… and “…能报多少？” he asked. */
function followsAsking(clauses: readonly Clause[], at: number): boolean {
  const [clause, before, after] = [clauses[at], clauses[at - 1], clauses[at + 1]]
  if (!clause) return false
  if (clause.spoken) {
    const near = [before, clauses[at - 2]].find(one => one && !one.spoken && one.line === clause.line)
    const later = [after, clauses[at + 2]].find(one => one && !one.spoken && one.line === clause.line)
    return [near, later].some(
      one => one !== undefined && /问|打听|想晓得|想知道/u.test(one.text) && !writerAsks.test(one.text),
    )
  }
  if (!before || before.line !== clause.line || before.spoken) return false
  if (before.sentence === clause.sentence && askedOf.test(before.text) && !writerAsks.test(before.text))
    return true
  return (
    pattern`
    (?:问|打听|想晓得|想知道|咨询|政策|政策问题|问政策)(?:了?(?:我|我们|道|起)?(?:一|两|几)?(?:句|个|件|
    样)?(?:事|政策|问题)?)?$
  `.test(before.text) && !writerAsks.test(before.text)
  )
}

/** 他问家里老人过世了，…: a statement that a question will follow. */
const askedOf = pattern`
    ^(?:(?:他|她|他们|老人|临走.{0,6}|其实.{0,4}|就是)?.{0,3}(?:又|还|就|想|才)?)(?:问问|问(?!了|过|候|
    题|卷|答|完|我(?:是|晓|吃|在|们?(?:是|来|干))))
  `
