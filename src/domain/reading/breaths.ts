import { pattern } from './pattern.ts'

/** A stretch between two breaths of dictation without punctuation; `turn` where somebody else or another matter begins. */
export type Breath = { readonly at: number; readonly words: string; readonly turn: boolean }

/** Shorter runs are one clause. */
const longestClause = 26

/** A breath is not cut off before it has this many signs. */
const shortestBreath = 5

/** Another speaker or another matter: where a writer would have set a full stop. */
const turns = pattern`
    ^(?:然后|后来|还有(?!人|点|一会|[一-龥]{0,2}[块元万])|另外|再就是|再一个|再有|完了|接着|最后|临走|
    出来|下午又|又到|后到|再到|[他她]们?(?:又|就|还|也)?(?:说|讲|问)|我(?:又|就|当场|跟[他她]|
    给[他她])?(?:们)?(?:说|讲|答应|问)|隔壁|支书|村(?:主任|干部|支书)|老支书|组长|水厂|供电所|镇里|门口|
    [一二三]是|第[二三])
  `

/** Where a new clause begins. */
const beginnings = pattern`
    ^(?:不光|有一回|打个?电话|哦|坐了|往年|结果|所以|但是|但|不过|可是|因为|反正|就是(?!说)|原来|其实|
    说是|我们?(?=去|给|帮|把|看|记|写|打|明|下|周|回|找|来|查|没|也|到|和|跟)|[他她]们?(?=屋|家|伢|娃|
    老娘|儿|女|老伴|媳|婆|妈|爸|爹|一个人|想|要|有|在|今|去年|现|也|都|没|不)|(?:大|小|二|两个)?(?:儿子|
    女儿|孙子|孙女|媳妇|儿媳|老伴|婆婆|老头|男人|女人|伢|娃)(?:们)?(?=在|都|也|去|嫁|今|上|读|常|是|有|
    没|要)|去年|今年|前年|现在|如今|上个月|昨天|明天|后天|下周|下个?星期|下个?礼拜|下个月|月底|
    [周][一二三四五六日](?!来)|星期[一二三四五六天日]|礼拜[一二三四五六天日]|想(?!了|起|着|不|到|得|必)|
    希望|能不能|问(?!题|了|候)|耳朵|屋顶|电话(?=换|是|改|号|1)|身份证|一到|一下(?=雨|雪)|要是|没有?人|
    还没|晚上|白天|中午|早上|平时|平常|家里|屋里|路|水(?=管|压|小|不|没)|灯泡)
  `

/** After which a clause is over, when a new subject follows. */
const endings = /(?:了|着|过|吧|嘛|呢|啊|呀|的话|得很|得不得了|完|好|到)$/u
const subjects =
  /^(?:我|他|她|你|也|都|还|就|又|说|老|儿|女|孙|这|那|想|没|不|要|但|今|明|后天|去年|家|屋|另|人|现|一个|两)/u

/** Cuts a run without punctuation where a speaker would breathe. A run of ordinary length stays whole. */
export function breathsOf(run: string): readonly Breath[] {
  if (run.length <= longestClause) return [{ at: 0, words: run, turn: false }]
  const breaths: Breath[] = []
  let start = 0
  let turn = false
  for (let at = shortestBreath; at < run.length - 2; at += 1) {
    const cut = cutAt(run, start, at)
    if (cut === null) continue
    breaths.push({ at: start, words: run.slice(start, at), turn })
    turn = cut === 'turn'
    start = at
  }
  return [...breaths, { at: start, words: run.slice(start), turn }]
}

function cutAt(run: string, start: number, at: number): 'turn' | 'breath' | null {
  const ahead = run.slice(at, at + 8)
  if (/[他她我你的老小大和跟给把对个们]$/u.test(run.slice(start, at)) && !/^[他她我]/u.test(ahead))
    return null
  const long = at - start >= shortestBreath
  if (long && turns.test(ahead)) return 'turn'
  const behind = run.slice(Math.max(start, at - 4), at)
  if (long && (beginnings.test(ahead) || (endings.test(behind) && subjects.test(ahead)))) return 'breath'
  return null
}
