import type { Finding, NeedFinding, PromiseFinding, Quoted } from '#domain/reading/finding.ts'
import { sharedWithAnother } from './likeness.ts'
import type { Heart, HintCode, MirrorHint } from './mirror-hint.ts'

/** What the mirror looks at besides the diary: the author's own other diaries, and what was read out of this one. */
export type MirrorSight = {
  readonly otherDiariesOfMine: readonly string[]
  readonly findings: readonly Finding[]
}

/** The most the mirror says at once. */
const mostHints = 2

/** From this many askings on, a talk begins to sound like an interrogation. */
const manyAskings = 5

/**
 * The mirror of the five hearts, for the author alone: at most two gentle hints, one a heart, what may be mended
 * before what went well. Pure; it is shown once and kept nowhere [H14].
 */
export function mirrorOf(diary: string, sight: MirrorSight): readonly MirrorHint[] {
  const seen = [...toMend(diary, sight), ...wentWell(diary, sight)]
  const hearts = new Set<Heart>()
  return seen
    .filter(hint => {
      const first = !hearts.has(hint.heart)
      hearts.add(hint.heart)
      return first
    })
    .slice(0, mostHints)
}

function toMend(diary: string, { findings, otherDiariesOfMine }: MirrorSight): readonly MirrorHint[] {
  const promises = findings.filter(one => one.kind === 'promise')
  return [
    ...hint('responsibility', 'old-matter-promised', promiseOnOldMatter(diary, findings)),
    ...hint('responsibility', 'old-matter-dug', oldMatterDug(diary, findings)),
    ...hint('responsibility', 'promise-without-day', promises.find(isOpenEnded)),
    ...hint('sincerity', 'many-questions', manyQuestions(diary)),
    ...hint('genuineness', 'like-another-diary', sharedWithAnother(diary, otherDiariesOfMine)),
    ...hint('care', 'words-that-grade', gradingWord(findings)),
    ...hint('genuineness', 'need-without-next-step', needLeftAlone(findings)),
    ...hint('love', 'papers-first', findings.find(isPaperMatter)),
    ...(familyUnheard(diary)
      ? [{ heart: 'care' as const, code: 'family-unheard' as const, words: null }]
      : []),
  ]
}

function wentWell(diary: string, { findings }: MirrorSight): readonly MirrorHint[] {
  const opened = openedUp.exec(diary)
  return [
    ...hint('responsibility', 'day-is-set', findings.find(needsAThird)),
    ...hint(
      'love',
      'done-at-once',
      findings.find(one => one.kind === 'need' && one.done),
    ),
    ...hint('sincerity', 'they-opened-up', opened && spanOf(opened)),
  ]
}

function hint(heart: Heart, code: HintCode, words: Quoted | null | undefined): readonly MirrorHint[] {
  if (!words) return []
  const { quote, start, end } = words
  return [{ heart, code, words: { quote, start, end } }]
}

const spanOf = (found: RegExpExecArray): Quoted => ({
  quote: found[0],
  start: found.index,
  end: found.index + found[0].length,
})

/** A promise of our own without a day; 到货就装 has its own moment. */
const isOpenEnded = (promise: PromiseFinding): boolean =>
  promise.by === 'visitor' && promise.dueOn === null && !/就|到了|定了|有了/u.test(promise.quote)

/** A promise that rests on somebody who was not there. */
const needsAThird = (finding: Finding): boolean =>
  finding.kind === 'promise' &&
  finding.by === 'visitor' &&
  finding.dueOn !== null &&
  /[请叫约让找带]/u.test(finding.quote)

const isPaperMatter = (finding: Finding): boolean =>
  finding.kind === 'policy-question' ||
  (finding.kind === 'need' && finding.category === '公共服务' && !finding.done)

const gradingWord = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(one => one.kind === 'sensitive' && one.what === 'label-word')

/** A need that nobody's promise follows. */
function needLeftAlone(findings: readonly Finding[]): NeedFinding | null {
  const promised = findings.some(one => one.kind === 'promise')
  const open = findings.filter(one => one.kind === 'need').find(one => !one.done)
  return open && !promised ? open : null
}

/** Asked about again after it was named, in the same paragraph. */
function oldMatterDug(diary: string, findings: readonly Finding[]): Quoted | null {
  const old = findings.find(one => one.kind === 'old-matter')
  if (!old) return null
  const after = diary.slice(old.end, old.end + 60).split('\n')[0] ?? ''
  const asked =
    /(?<!没|没有|不)我(?:又|就|接着|再|追着|顺着)?(?:追问|问(?!他今天|她今天|.{0,4}今天))[^，。！？]{0,12}/u.exec(
      after,
    )
  return (
    asked && { quote: asked[0], start: old.end + asked.index, end: old.end + asked.index + asked[0].length }
  )
}

/** A promise given within two sentences of the old matter. */
function promiseOnOldMatter(diary: string, findings: readonly Finding[]): Quoted | null {
  const old = findings.find(one => one.kind === 'old-matter')
  if (!old) return null
  const near = (promise: Finding) =>
    promise.kind === 'promise' &&
    promise.start > old.end &&
    (diary.slice(old.end, promise.start).match(/[。！？\n]/gu) ?? []).length === 0
  return findings.find(near) ?? null
}

/** The last of the askings, where there were many. */
function manyQuestions(diary: string): Quoted | null {
  const askings = [
    ...diary.matchAll(
      /(?<!没|没有|没多|不|他|她|人)(?:我|我们|又|再|还|接着|了|^|[，。])问(?:了|起|到|他|她|一?句)?[^，。！？\n]{0,10}/gu,
    ),
  ]
  const last = askings.at(-1)
  return askings.length >= manyAskings && last ? spanOf(last) : null
}

const openedUp =
  /(?:话匣子|话(?:又|就)?多了|才开口|自己说起|自己讲起|主动说|主动讲|说开了|拉着我(?:的手)?(?:说|讲)|才说)[^，。！？\n]{0,8}/u

/** A story of some length in which nobody of the house says, asks or thinks anything. */
const familyUnheard = (diary: string): boolean =>
  diary.length >= 60 && !/[说讲问夸笑谈念叨骂盼愁叹“「]/u.test(diary)
