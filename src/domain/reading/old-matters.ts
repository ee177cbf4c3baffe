import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { OldMatterFinding } from './finding.ts'
import { pattern } from './pattern.ts'

const matter = pattern`
    征地|征田|征收|征了|占(?:他家|我家|她家|了|的|地|田|去)|集资|罚款|罚(?:了|的)|提留|统筹|三提五统|农业税|公粮|余粮|
    分田|分地|分山|划山|林权改|移民|搬迁|迁坟|拆(?:迁|了|屋|房)|补偿(?:款|费)?|安置|入社|折价|股金|
    基金会|义务工|两工|工分|民办|代课|赤脚医生|下放|平反|知青|超生|计划生育|结扎|社会抚养费|土改|成分|
    宅基地被|收回|调田|调地|划(?:走|出去|给)|修(?:水库|路|电站|堤|渠|学校)|电站|水库|厂子|公社|大队|
    生产队|牛|粮站|欠款|白条|退耕|承包款|老账|陈年|旧账
  `
const longPast = pattern`
    [五六七八九]几年|[五六七八九]十年代|(?:19[4-9]\d|200\d)年?|[五六七八九][〇零一二三四五六七八九]年|零[一二三四五六七八九]年|\d\d年(?!级|前后)|(?:十|二十|三十|四十|几十|十几|二十几|二十多|三十多|十多)[几多来]?年(?:前|了|
    以前)|当年|那年|那时候?|那会儿|从前|以前|早年|早些年|老早|大集体|生产队|公社|大队(?!部)|人民公社|
    旧(?:账|事)|老(?:账|事|话)|陈年|头些年|上一(?:辈|任)|老支书手里|前任|前些年|原先|过去
  `
const grievance = pattern`
    没(?:见着|见到|给|补|发|到|拿|兑现|退|结|下文|说法|个说法|还|人认|人管|着落|落实|赔|算|凭)|少(?:了|分|给|算|
    补|量|记)|亏|欠|不公|不服|不平|冤|气|白(?:交|干|占|做|出)|至今|到现在|说法|扣(?:了|下)|克扣|多(?:收|
    罚|交)|被(?:占|罚|收|划|扣|拆|抄|逼)|补偿|罚|集资|提留|股金|罚款|征|占|淹|不够|赔|低价|折价|量(?:少|
    错)|算错|骂|声音(?:就)?高|发黄|说好的|答应(?:过)?的|许(?:过|了)的|红(?:了)?眼|掉泪|叹|委屈|
    心里(?:不|有|过不)|窝(?:火|囊)|耿耿|记恨|账
  `
const raised = pattern`
    提起|提到|说起|讲起|说到|讲到|扯到|扯起|翻(?:出|起)|念叨|又说|又讲|还是那|老话|抱怨|诉|数落|问起|
    话(?:头)?.{0,4}转|放不下|耿耿|记得|气|骂|还在讲|揪|旧账|老账
  `
const pleased = /笑|得意|热闹|光荣|有意思|讲得|骄傲|自豪|好听|听(?:他|她|老人)讲年轻|一天挣/u

/** Matters told within so many signs of each other are one. */
const nearby = 40

/** Reads the words that name an old grievance. It is only named, nothing is dug for [H19]. */
export function oldMattersIn(text: string, clauses: readonly Clause[]): readonly OldMatterFinding[] {
  const found: OldMatterFinding[] = []
  clauses.forEach((clause, at) => {
    const last = found.at(-1)
    if (!namesOldMatter(clauses, at) || (last && clause.start - last.end < nearby)) return
    found.push({ kind: 'old-matter', ...quoteOf(text, startOfMatter(clause), clause.end) })
  })
  return found
}

/** A matter of policy, long past, with a grievance; or a grievance raised anew, though no time is named. */
function namesOldMatter(clauses: readonly Clause[], at: number): boolean {
  const said = clauses[at]?.text ?? ''
  if (!matter.test(said) || pleased.test(said) || settled.test(said)) return false
  const number = clauses[at]?.sentence
  const sentence = clauses.flatMap(one => (one.sentence === number ? one.text : [])).join('，')
  const near = [sentence, clauses[at + 1]?.text, clauses[at + 2]?.text].join('，')
  return grievance.test(near) && (longPast.test(sentence) || raised.test(sentence))
}

const leadIn = /^.*?(?:提起|提到|说起|讲起|说到|讲到|扯到|扯起|讲|说|念叨|抱怨|问起)(?:了|过)?/u

function startOfMatter({ text, start, end }: Clause): number {
  const from = start + (leadIn.exec(text)?.[0].length ?? 0)
  return end - from < 4 ? start : from
}

const settled = /已经(?:给|补|结|退)|都(?:给|补|结|退)(?:了|清)|要是|哪天|今年|去年/u
