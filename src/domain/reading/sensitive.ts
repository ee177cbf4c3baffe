import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { SensitiveFinding, SensitiveWord } from './finding.ts'
import { passesIdentityCheck } from './identity-number.ts'
import { labelWords } from './label-words.ts'
import { everywhere, pattern, words } from './pattern.ts'

const illness = everywhere`
    (?:高血压|高血糖|高血脂|糖尿病|尿毒症|[一-龥]?癌(?:症)?(?:[早中晚]期)?|白血病|淋巴瘤|脑瘤|肿瘤|
    恶性瘤|肌瘤|脑梗死?|脑溢血|脑出血|脑血栓|中风|偏瘫|心梗|心肌梗死|心脏病|冠心病|先心病|房颤|心衰|
    风心病|肾炎|肾衰竭?|肾病(?:综合征)?|肾结石|胆结石|胆囊炎|肝炎|乙肝|丙肝|甲肝|肝硬化|肝腹水|肺结核|
    结核病?|肺痨|尘肺病?|矽肺病?|肺气肿|慢阻肺|肺纤维化|肺心病|肺炎|支气管炎|气管炎|哮喘|精神分裂症?|
    精神病(?!院)|抑郁症?|躁狂|双相|癫痫|羊癫疯|羊角风|帕金森|老年痴呆症?|阿尔茨海默|痴呆|
    类风湿(?:性)?(?:关节炎)?|风湿(?:性)?(?:关节炎|心脏病)|关节炎|强直(?:性脊柱炎)?|痛风|股骨头坏死|
    骨质疏松|骨质增生|骨髓炎|腰椎间盘突出|椎间盘突出|腰突|颈椎病|白内障|青光眼|黄斑变性|视网膜脱落|
    胃溃疡|溃疡|胃炎|胃出血|阑尾炎|疝气|甲亢|甲减|甲状腺结节|红斑狼疮|艾滋病?|梅毒|淋病|血吸虫病?|麻风|
    白癜风|牛皮癣|银屑病|贫血|地中海贫血|血友病|肌无力|渐冻症|肌萎缩|脑瘫|自闭症?|唐氏(?:综合征)?|
    多动症|脑膜炎|静脉曲张|脉管炎|前列腺(?:炎|增生)|子宫(?:肌瘤|脱垂)|带状疱疹|蛇缠腰|布病|布鲁氏菌病|
    出血热|乳腺(?:增生|结节)|肠梗阻|肝病|肺病)
  `
const notOfAPerson = /^(?:的?药|讲座|筛查|知识|宣传|防治|普查|怎么防|患者|门诊|也(?:没|不))/u
const notThis =
  /(?:没(?:有|得)?|不是|没查出|排除了?|怕是?|防|预防|猪|牛|羊|鸡|狗|树|柑橘|治)(?:什么|过|得|了)?$/u

const amount = words`
      (?:\d[\d,.]*|[一二两三四五六七八九十百几]+)(?:多|来|几)?(?:(?<=[二三四五六七八九][二三四五六七八九]十)(?=$|，)|[百千万](?:[一二三四五六七八九\d](?![个亩人口]))?(?:多|把)?|元|块)+(?:出头|左右|多|钱|块|元)*
    `
const earning = words`
      (?:收入|挣|赚|净落|落(?:得|了|个|下)?|进账|工资|薪水|月薪|年薪|退休金|退休工资|养老金|低保金|低保|
      抚恤金|遗属(?:补助|费)|分红|存款|存折(?:上)?|存(?:了|着|有|下)?|攒(?:了|下|着)?(?!.{0,8}[个只斤枚])|
      积蓄|打回来|寄(?:回|给)?|卖(?:了|得)|毛收|纯收|到手|拿(?:到)?|领(?:到)?|开(?:工资)?|一年|全年|每年|
      (?<![去今前往明])年|一个?月|每个?月|月月|月)
    `
const owing = words`
      (?:欠(?:着|了|下|的)?[^，。差]{0,8}?|外债|债|贷(?:了|着|款)?(?:还)?(?:有|剩|欠)?|借(?:了|的|着|
      下)[^，。]{0,6}?|背(?:了|着)?[^，。]{0,4}?|拉(?:了|下)?(?:饥荒|账)?|窟窿)
    `
const incomes = everywhere`
    (?:[^，。；！？\n、]{0,12}?)?(?:(?:${earning})[^，。；！？\n元块]{0,7}?${amount}|${owing}(?:还有|共|
    有|了)?${amount}(?:的?(?:债|外债|账))?|${amount}(?:多)?(?:的)?(?:工资|收入|外债|债|退休金|养老金|
    存款|积蓄|饥荒))
  `
const noIncome = pattern`
    差|[收要缴交补花]费|学费|补贴标准|一[斤亩头只张趟袋包]|每[斤亩头只张趟]|斤|亩|车票|路费|油费|水费|
    电费|药费|彩礼|请一个工|报价|售价|单价|票|押金|罚|一次|补多少|交(?:了)?(?!.{0,3}债)|花(?:了|掉)|
    要(?:花|出|交|[一二三四五六七八九十两几\d])|供不起|买|工分|想贷|贷款.{0,3}(?:批|要|想)|想借|补助|
    报(?:了|销)|凑|缴|房租|租金|话费|公里|里路|步
  `

/** Reads what the writer is warned about, once each, at its first mention. */
export function sensitiveIn(text: string, clauses: readonly Clause[]): readonly SensitiveFinding[] {
  return firstMentions([
    ...identityNumbers(text),
    ...matches(text, illness, 'illness').filter(one => ofAPerson(text, one)),
    ...clauses.flatMap(clause => incomesIn(text, clause)),
    ...matches(text, labelWords, 'label-word'),
  ])
}

function firstMentions(found: readonly SensitiveFinding[]): readonly SensitiveFinding[] {
  const seen = new Set<string>()
  return found.filter(one => {
    const name = `${one.what} ${one.quote}`
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

/** A number that passes the check, or that the text calls an identity number though a slip of the pen fails it. */
function identityNumbers(text: string): readonly SensitiveFinding[] {
  return matches(text, /(?<!\d)\d{17}[\dXx](?!\d)/gu, 'identity-number').filter(
    one =>
      passesIdentityCheck(one.quote) ||
      /身份证|身份号|证号/u.test(text.slice(Math.max(0, one.start - 40), one.start)),
  )
}

function matches(text: string, pattern: RegExp, what: SensitiveWord): readonly SensitiveFinding[] {
  return [...text.matchAll(pattern)].map(found => ({
    kind: 'sensitive' as const,
    what,
    quote: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}

const ofAPerson = (text: string, one: SensitiveFinding): boolean =>
  !notOfAPerson.test(text.slice(one.end, one.end + 4)) &&
  !notThis.test(text.slice(Math.max(0, one.start - 5), one.start))

function incomesIn(text: string, clause: Clause): readonly SensitiveFinding[] {
  return [...clause.text.matchAll(incomes)]
    .filter(found => !noIncome.test(found[0]))
    .map(found => ({
      kind: 'sensitive',
      what: 'income',
      ...quoteOf(text, clause.start + found.index, clause.start + found.index + found[0].length),
    }))
}
