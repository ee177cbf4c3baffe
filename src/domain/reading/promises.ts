import type { Day } from '#domain/base/days.ts'
import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { PromiseFinding, PromiseGiver } from './finding.ts'
import { companionsIn, departmentOf, giverIn, householdWords } from './givers.ts'
import { namesDay, promiseDay } from './promise-days.ts'

/** Saying and binding words. What stands before them tells who speaks, what stands after them is promised. */
const binding =
  '(?:满口|当场|当面|一口|也|已经|已)?(?:答应|承诺|应承|应下|许诺|许了|许下|保证|讲好|说好|约好|约定|约了|讲定|说定|商量好|定好|打了?包票|拍了?胸脯)(?:了|过|下来|的)?'
const saying =
  '(?:回(?:他|她)?(?:们)?(?:说|讲|话)|告诉(?:他|她|他们|老人|婆婆|奶奶)|(?:只|就|便|又|才|倒|还|先|当场|当面|表态|表示|电话里)?(?:说|讲|表示|回话|回复)(?:了|的是|是|过)?|回(?:他|她)一?句|叫(?:他|她|他们|老人)(?:放心|莫急|等)|让(?:他|她|他们|老人)(?:放心|莫急|别急))'
const speech = new RegExp(`^(.{0,22}?)(${binding}|${saying})(.*)$`, 'u')

const action =
  /来(?!年|自|的时候|找我)|去(?!年|世)|问|查|送|带|帮|请|找|联系|反映|跑|办|回[话信音复电]|回个|告诉|通知|装|修|换|教|写|递|打(?:个)?电话|催|争取|想办法|协调|安排|落实|报(?!销)|核|派|拿|寄|陪|接|给[你您他她]|看|解决|答复|弄|上门|拉|量|清|处理|发|填|讲清|介绍|跟进|盯|搭|准备|约|买|捎|到(?:屋|家|你|您|场)|动工|开工|施工|架|铺|通(?!过)|挖|疏|测|检|打(?:药|针|钱|卡)|给个?(?:信|话|答复|准信)/u

const ours =
  /我们?(?:自己|一定|就|再|还|先|也|会|尽快|争取|负责|保证|马上|明天|后天|下|回|周|星期|礼拜|今|这|抽空|过)?.{0,8}(?:来|去|帮|给|把|陪|替|跟|找|带|写|问|查|送|联系|打|想办法|跑|办|盯|拿|请|教|接|寄|催|反映|报|量|装|换|修|弄|约|买|捎|看|上门)/u
const ahead =
  /^(?:这就|马上|立刻|尽快|尽量|争取|一定|会|就|先|再|回(?:去|头|镇|村|单位|局|乡|县|城|来)(?!年)|帮|替|给[你您他她]|带|下(?:回|次)|改天|过(?:两|几)天|到时候?|等|有(?:了)?(?:消息|信|回音|结果|准信|眉目)|定(?:了|下来)|到货|配件|开春|派|安排|把|负责|抽空|包在|拿|去|来|请|找|联系|查|问)/u
const whenThen =
  /(?:到了?|下来|定了?|有了?|查到|问到|问清|好了|到货|批了|消息|回音|结果|信儿?|开春|出来).{0,6}(?:就|再|马上|立刻|第一时间|我)/u

/** Advice, explanation or the family's own doing. */
const noPledge =
  /^(?:可以|要(?!是)|得|应该|您|你|这(?!就|两天|几天|个?(?:星期|礼拜|周|月))|那|照|能|只要|他|她|莫|别|不|没|不要|不用|算了|县|政策|国家|按|得看|看(?!看)|先把|是|像|如果|慢慢|多|少|等.{0,6}(?:再说|看)|有(?:什么|啥|事|困难|需要)|以后(?:有|要|莫)|下(?:回|次)$)|随时(?:打|找|来)|就(?:能|可以|行)(?:办|报|领|取)?|再说$|再看$|找我$|来找我|坐坐|来玩|来看您?$|再来(?:看|坐|玩|陪|听|吃|喝)/u
const refusedOrPast =
  /(?:没|没有|不敢|不能|未|不好|不|没敢|从不|莫)(?:有|敢|能|好|轻易|随便|多|乱|去|再)?$|上(?:回|次|一回)|去年|前年|当年|那时|之前|原先|早先|以前|曾|从前|头(?:年|回)|年年|每(?:年|次|回)/u
const toMyself =
  /打算|准备(?!好)|心想|心里(?:想|盘算|说)|想着|琢磨|记着|提醒自己|寻思|盘算|下(?:回|次)想|计划|暗/u

type Voice = PromiseGiver | 'household' | null

/** Reads promises: words given in this visit by somebody of ours, with their day seen from `visitedOn` [H20]. */
export function promisesIn(
  text: string,
  clauses: readonly Clause[],
  visitedOn: Day,
): readonly PromiseFinding[] {
  const companions = companionsIn(text)
  const found: PromiseFinding[] = []
  for (let at = 0; at < clauses.length; at += 1) {
    const pledge = pledgeAt(clauses, at, companions, text)
    if (!pledge) continue
    const last = carriedOn(clauses, pledge.at)
    const quoted = quoteOf(text, pledge.start, clauses[last]?.end ?? pledge.start)
    found.push({ kind: 'promise', by: pledge.by, dueOn: promiseDay(quoted.quote, visitedOn), ...quoted })
    at = last
  }
  return found
}

type Pledge = { readonly by: PromiseGiver; readonly at: number; readonly start: number }

function pledgeAt(
  clauses: readonly Clause[],
  at: number,
  companions: ReadonlySet<string>,
  text: string,
): Pledge | null {
  const clause = clauses[at]
  if (!clause || toMyself.test(clause.text)) return null
  return (
    spokenPledge(clauses, at, companions, text) ??
    plainPledge(clauses, at, companions, text) ??
    notedPledge(clauses, at, companions, text)
  )
}

/** 我说…, 支书答应…, 水厂讲…: the promise follows in this clause or the next. */
function spokenPledge(
  clauses: readonly Clause[],
  at: number,
  companions: ReadonlySet<string>,
  text: string,
): Pledge | null {
  const clause = clauses[at]
  const parts = clause && speech.exec(clause.text)
  if (!clause || !parts) return null
  const [, before = '', verb = '', rest = ''] = parts
  if (refusedOrPast.test(before) || /^(?:过|不|得|起)/u.test(rest)) return null
  const by = voiceIn(before, companions, text) ?? voiceBefore(clauses, at, companions, text)
  if (by === null || by === 'household') return null
  const bound = new RegExp(binding, 'u').test(verb)
  if (rest !== '' && isPledge(rest, bound)) {
    return { by: innerVoice(rest, companions, text) ?? by, at, start: clause.end - rest.length }
  }
  const next = nextClause(clauses, at)
  if (!next || (rest !== '' && !bound && !next.spoken && !ours.test(next.text))) return null
  if (new RegExp(speech).test(next.text) && !/^我/u.test(next.text)) return null
  return isPledge(next.text, bound) ? { by, at: at + 1, start: next.start } : null
}

const nextClause = (clauses: readonly Clause[], at: number): Clause | undefined => {
  const next = clauses[at + 1]
  return next && next.line === clauses[at]?.line && (next.sentence === clauses[at]?.sentence || next.spoken)
    ? next
    : undefined
}

function isPledge(words: string, bound: boolean): boolean {
  if (noPledge.test(words) && !ours.test(words)) return false
  if (toMyself.test(words) || !action.test(words) || /[吗嘛呢]$/u.test(words)) return false
  if (/(?:我们?|也)?(?:没|不敢|不能|办不|不好|管不)/u.test(words.slice(0, 8)) && !namesDay(words))
    return false
  return bound || ours.test(words) || ahead.test(words) || whenThen.test(words) || namesDay(words)
}

/** 我写个单子递上去 after 我说这事归…管: the same breath, without another saying word. */
function plainPledge(
  clauses: readonly Clause[],
  at: number,
  companions: ReadonlySet<string>,
  text: string,
): Pledge | null {
  const clause = clauses[at]
  if (!clause) return null
  if (!ours.test(clause.text) || refusedOrPast.test(clause.text.slice(0, 10))) return null
  if (/了$|过$|了(?:一|几|两|半|个|他|她)/u.test(clause.text) && !/[您你]/u.test(clause.text)) return null
  const toThem = /[您你]/u.test(clause.text)
  if (clause.spoken) {
    const by = voiceBefore(clauses, at, companions, text)
    return by === 'household' || by === null || !toThem || !action.test(clause.text)
      ? null
      : { by, at, start: clause.start }
  }
  const before = clauses[at - 1]
  const reported = before !== undefined && before.sentence === clause.sentence && saidByUs(clauses, at)
  const dated = namesDay(clause.text) && promiseDay(clause.text, '2026-01-01' as Day) !== null
  if (!reported && !dated && !/后.件我来|我来(?:跑|办|问|想办法|联系|解决|盯)|包在我/u.test(clause.text))
    return null
  const start =
    clause.start + (/^.*?(?=(?:后.件)?我|明天|后天|下周|周|星期|礼拜)/u.exec(clause.text)?.[0].length ?? 0)
  return isPledge(clause.text, false) ? { by: 'visitor', at, start: Math.min(start, clause.start + 2) } : null
}

/** Whether the writer was speaking earlier in this sentence. */
function saidByUs(clauses: readonly Clause[], at: number): boolean {
  for (let back = at - 1; back >= 0 && clauses[back]?.sentence === clauses[at]?.sentence; back -= 1) {
    const words = clauses[back]?.text ?? ''
    if (/^(?:我|我们|又|就)?.{0,10}(?:说|讲|答应|告诉)/u.test(words) && /我/u.test(words)) return true
  }
  return false
}

/** A note without a subject: 周五前回话. 承诺：… says itself what it is. */
function notedPledge(
  clauses: readonly Clause[],
  at: number,
  companions: ReadonlySet<string>,
  text: string,
): Pledge | null {
  const clause = clauses[at]
  if (!clause || clause.spoken) return null
  const label = /^(?:我的|本次|作出)?(?:承诺|答应(?:的|事项)?|许诺|下一步|待办|要办)(?:事项)?/u.exec(
    clauses[at - 1]?.text ?? '',
  )
  const labelled =
    label !== null && clauses[at - 1]?.text === label[0] && clauses[at - 1]?.line === clause.line
  if (labelled)
    return /^(?:无|没有|暂无)/u.test(clause.text)
      ? null
      : { by: giverIn(clause.text.slice(0, 8), companions) ?? 'visitor', at, start: clause.start }
  const dated =
    /^(?:我|我们|由|让|请)?.{0,6}?(?:明天|后天|今晚|下?个?(?:周|星期|礼拜)[一二三四五六日天](?:之?前|上午|下午|晚上)?|(?:这个?|本|下个?)?月[底初]|\d{1,2}月\d{1,2}[号日]|\d{1,2}[号日]|.{1,3}天之?内|.个?(?:星期|礼拜|周)之?内)(?:之?前|以前|内)?(?:我|我们|再|就|去|来|给|把|回|送|带|上门|帮|请|联系|问|报|办|修|装|换|通知|答复|派|找)/u
  if (!dated.test(clause.text) || !action.test(clause.text)) return null
  if (/了$|过/u.test(clause.text) || refusedOrPast.test(clause.text)) return null
  const by = voiceIn(clause.text.slice(0, 10), companions, text) ?? voiceBefore(clauses, at, companions, text)
  return by === 'household' ? null : { by: by ?? 'visitor', at, start: clause.start }
}

/** The promise runs on while the next clause goes on acting, without a new subject or a new day. */
function carriedOn(clauses: readonly Clause[], at: number): number {
  const next = clauses[at + 1]
  const here = clauses[at]
  if (
    !next ||
    !here ||
    next.sentence !== here.sentence ||
    next.line !== here.line ||
    next.spoken !== here.spoken
  )
    return at
  const goesOn =
    /^(?:教|给|把|送|顺便|顺带|查到|问到|问清|有了?|到时|并|再|当面|帮|带|办(?:好|成|不成)|成不成|行不行|好不好|不管|一起|陪|看看|来|去|就|免得|好|查|拿|定了|然后|回来|讲给|告诉|通知|最迟|争取)/u
  if (!goesOn.test(next.text) || householdWords.test(next.text)) return at
  return promiseDay(here.text, '2026-01-01' as Day) !== null &&
    promiseDay(next.text, '2026-01-01' as Day) !== null
    ? at
    : at + 1
}

/** Who speaks, by the words before the verb. */
function voiceIn(words: string, companions: ReadonlySet<string>, text: string): Voice {
  const plain = words.replace(
    /^(?:临走|出门|最后|后来|当场|然后|于是|但|可|这时|末了|听完|过后|旁边的?|在旁边|我看)/u,
    '',
  )
  const companion = [...companions].find(name => plain.includes(name))
  if (/^(?:我|我们)(?!(?:家|屋|伢))/u.test(plain)) return 'visitor'
  if (companion) return departmentOf(text, companion) ?? 'visitor'
  if (householdWords.test(plain) || unknownPerson(plain)) return 'household'
  return giverIn(plain, companions)
}

/** 我说水厂星期四来人改管子: the one who will act gave no word himself, so the giver stays the speaker. */
function innerVoice(words: string, companions: ReadonlySet<string>, text: string): PromiseGiver | null {
  const inner = speech.exec(words)
  if (!inner?.[1]) return null
  const by = voiceIn(inner[1], companions, text)
  return by === 'household' ? null : by
}

const unknownPerson = (words: string): boolean =>
  /^(?:老[\u4e00-\u9fa5](?!师|支书|主任)|[\u4e00-\u9fa5]{1,3}?(?:嫂|婶|叔|伯|爹|婆|爷|奶|妈|娘|某|姐|哥|大爷|大娘))/u.test(
    words,
  )

/** Who spoke last in this sentence, or before the quotation mark. */
function voiceBefore(
  clauses: readonly Clause[],
  at: number,
  companions: ReadonlySet<string>,
  text: string,
): Voice {
  const here = clauses[at]
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const clause = clauses[back]
    if (!clause || clause.line !== here?.line) return null
    if (clause.sentence !== here.sentence && !here.spoken) return null
    if (clause.spoken && !here.spoken) continue
    const voice = voiceIn(clause.text, companions, text)
    if (voice !== null) return voice
  }
  return null
}
