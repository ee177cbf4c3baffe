import type { Day } from '#domain/base/days.ts'
import { asDay } from '#domain/base/days.ts'
import type { Clause } from './clauses.ts'
import { quoteOf } from './clauses.ts'
import type { PromiseFinding, PromiseGiver } from './finding.ts'
import { householdWords } from './givers.ts'
import {
  action,
  ahead,
  bindingWord,
  goesOn,
  noPledge,
  ours,
  refusedOrPast,
  speech,
  toMyself,
  whenThen,
} from './pledge-words.ts'
import { dayAtHead, namesDay, promiseDay } from './promise-days.ts'
import { stillSaying, tellingOf, voiceBefore, voiceIn } from './voices.ts'
import { brokenWord } from './any-trouble.ts'
import type { Telling, Voice } from './voices.ts'

type Pledge = { readonly by: PromiseGiver; readonly at: number; readonly start: number }

/** Reads promises: words given in this visit by somebody of ours, with their day seen from `visitedOn` [H20]. */
export function promisesIn(
  text: string,
  clauses: readonly Clause[],
  visitedOn: Day,
): readonly PromiseFinding[] {
  const telling = tellingOf(text, clauses)
  const found: PromiseFinding[] = []
  for (let at = 0; at < clauses.length; at += 1) {
    const pledge = pledgeAt(telling, at)
    if (!pledge) continue
    const last = carriedOn(telling, pledge.at)
    const quoted = quoteOf(text, pledge.start, clauses[last]?.end ?? pledge.start)
    found.push({ kind: 'promise', by: pledge.by, dueOn: promiseDay(quoted.quote, visitedOn), ...quoted })
    at = last
  }
  return found
}

function pledgeAt(telling: Telling, at: number): Pledge | null {
  const clause = telling.clauses[at]
  if (!clause || toMyself.test(clause.text)) return null
  return (
    spokenPledge(telling, at) ??
    runningPledge(telling, at) ??
    labelledPledge(telling, at) ??
    notedPledge(telling, at)
  )
}

const isOurs = (voice: Voice): voice is PromiseGiver => voice !== null && voice !== 'household'

/** 我说…, 支书答应…, 水厂讲…: the promise follows in this clause or the next. */
function spokenPledge(telling: Telling, at: number): Pledge | null {
  const clause = telling.clauses[at]
  const parts = clause && speech.exec(clause.text)
  if (!clause || !parts) return null
  const [, before = '', verb = '', rest = ''] = parts
  if (refusedOrPast.test(before) || /^(?:过|不|得|起)/u.test(rest)) return null
  if (brokenWord.test(`${clause.text}，${telling.clauses[at + 1]?.text ?? ''}`)) return null
  const bound = bindingWord.test(verb)
  const by =
    voiceIn(before, telling, at) ?? voiceBefore(telling, at) ?? (bound && before === '' ? 'visitor' : null)
  if (!isOurs(by)) return null
  if (isPledge(rest, bound))
    return { by: innerVoice(rest, telling, at) ?? by, at, start: clause.end - rest.length }
  const next = telling.clauses[at + 1]
  if (!next || next.line !== clause.line || (next.sentence !== clause.sentence && !next.spoken)) return null
  if (speech.test(next.text) && !next.text.startsWith('我')) return null
  const opens = rest === '' || bound || next.spoken
  return opens && isPledge(next.text, bound) ? { by, at: at + 1, start: next.start } : null
}

/** Whether words that somebody of ours speaks promise something. */
function isPledge(words: string, bound: boolean): boolean {
  if (noPledge.test(words) && !ours.test(words)) return false
  if (
    toMyself.test(words) ||
    !action.test(words) ||
    /[吗嘛呢]$|^(?:只|又|就|便)?问|算了|我看[他她那这得]/u.test(words)
  )
    return false
  if (/(?<!有)没|不敢|不能|办不|不好|管不/u.test(words.slice(0, 8)) && !namesDay(words)) return false
  return bound || ours.test(words) || ahead.test(words) || whenThen.test(words) || namesDay(words)
}

/** 我写个单子递上去 after 我说这事归…管; 后天他领人来 after 老魏说…; “我明天给您送来”; 我明天就去. */
function runningPledge(telling: Telling, at: number): Pledge | null {
  const clause = telling.clauses[at]
  if (!clause || refusedOrPast.test(clause.text.slice(0, 10)) || happened(clause.text)) return null
  const pledged = { at, start: clause.start }
  if (clause.spoken) {
    const by = voiceBefore(telling, at)
    return isOurs(by) && /[您你]/u.test(clause.text) && ours.test(clause.text) ? { by, ...pledged } : null
  }
  const by = stillSaying(telling, at)
  const dated = dayOf(clause.text) !== null
  if (
    isOurs(by) &&
    !householdWords.test(clause.text.replace(/^[他她](?!们)/u, '')) &&
    runsOn(clause.text, by, dated)
  )
    return { by, ...pledged }
  const alone = dated && /^.{0,12}(?:我|我们|俺)/u.test(clause.text) && by !== 'household'
  return (alone || /后.件我来|我来(?:跑|办|问|想办法|联系|解决|盯)|包在我/u.test(clause.text)) &&
    ours.test(clause.text) &&
    isPledge(clause.text, false)
    ? { by: 'visitor', ...pledged }
    : null
}

const runsOn = (words: string, by: PromiseGiver, dated: boolean): boolean =>
  (by === 'visitor' && (ours.test(words) || goingBack.test(words)) && isPledge(words, false)) ||
  ((dated || whenThen.test(words)) && action.test(words) && !noPledge.test(words))

const goingBack = /^回(?:去|头|镇|村|单位|局|乡|县|城)/u

const happened = (words: string): boolean =>
  /了$|过$|着(?:我|他|她)?$|了(?:一|几|两|半|个|他|她|三)/u.test(words) && !/[您你]/u.test(words)

/** Whether words name a day at all; which, does not matter here. */
const dayOf = (words: string): Day | null => promiseDay(words, someDay)

const someDay = asDay('2026-01-01')

/** 承诺：…  The note says itself what it is. */
function labelledPledge(telling: Telling, at: number): Pledge | null {
  const [clause, before] = [telling.clauses[at], telling.clauses[at - 1]]
  if (
    !clause ||
    before?.line !== clause.line ||
    !/^.{0,4}(?:承诺|答应|许诺)(?:的?事项?|了)?$/u.test(before.text)
  )
    return null
  if (/^(?:无|没有|暂无|未)/u.test(clause.text) || speech.test(before.text.slice(0, -2))) return null
  const by = voiceIn(clause.text.slice(0, 6), telling, at)
  return { by: isOurs(by) ? by : 'visitor', at, start: clause.start }
}

/** A note without a subject: 周五前回话. */
function notedPledge(telling: Telling, at: number): Pledge | null {
  const clause = telling.clauses[at]
  if (!clause || clause.spoken || happened(clause.text) || refusedOrPast.test(clause.text)) return null
  const head = dayAtHead(clause.text)
  if (head === null || !action.test(clause.text.slice(head.end))) return null
  const before = clause.text.slice(0, head.start)
  const by = before === '' ? voiceBefore(telling, at) : voiceIn(before, telling, at)
  if (by === 'household' || (before !== '' && by === null && !urging.test(before))) return null
  if (/^(?:他|她|儿子|女儿|家里|要(?!.{0,4}回))/u.test(clause.text.slice(head.end)) || toFamily(clause.text))
    return null
  return { by: by ?? 'visitor', at, start: clause.start }
}

const urging = /^(?:行不行|成不成|不管.{0,4}|最迟|最晚|保证|一定|尽量|争取|就|先|再|那就|并|让他|等我|等)$/u

const toFamily = (words: string): boolean =>
  /(?:赶集|走亲|吃酒|办酒|收割|割谷|栽秧|上学|开学|放假|回来|来人|高考|过生|满月|手术|出院)$/u.test(words)

/** The promise runs on while the next clauses go on acting, without a new subject or a second day. */
function carriedOn(telling: Telling, at: number): number {
  let last = at
  for (let step = 0; step < 3; step += 1) {
    const next = nextOf(telling, at, last)
    if (next === last) return last
    last = next
  }
  return last
}

function nextOf(telling: Telling, first: number, at: number): number {
  const [here, next, third] = [telling.clauses[at], telling.clauses[at + 1], telling.clauses[at + 2]]
  if (!next || !here || next.sentence !== here.sentence || next.line !== here.line) return at
  if (next.spoken !== here.spoken || householdWords.test(next.text)) return at
  const promised = telling.clauses
    .slice(first, at + 1)
    .map(clause => clause.text)
    .join('，')
  const hasDay = (dayOf(promised) ?? someDay) !== someDay
  const secondDay = dayOf(next.text) !== null
  if (secondDay && hasDay) return at
  const reportsBack = secondDay && action.test(next.text) && !speech.test(next.text)
  if (goesOn.test(next.text) || reportsBack || waits.test(here.text)) return at + 1
  const aside = third?.sentence === here.sentence && !hasDay && !speech.test(next.text)
  const returns = third !== undefined && dayOf(third.text) !== null && /[您你我]/u.test(third.text)
  return aside && returns && action.test(third.text) ? at + 2 : at
}

/** 等…回来，我请…: what is waited for comes first. */
const waits = /^(?:等|要是|如果|只要)/u

/** 我说水厂答应星期四来: the nearer giver is the one who promised. */
function innerVoice(words: string, telling: Telling, at: number): PromiseGiver | null {
  const inner = speech.exec(words)
  if (!inner?.[1] || inner[1].length > 6 || /[带请找约让叫喊]/u.test(inner[1])) return null
  const by = voiceIn(inner[1], telling, at)
  return isOurs(by) ? by : null
}
