import type { Clause } from './clauses.ts'
import type { PromiseGiver } from './finding.ts'
import { giverIn, householdWords, namedPeople } from './givers.ts'
import { refusedOrPast, speech } from './pledge-words.ts'
import { pattern } from './pattern.ts'

/** Who is heard in a clause: one of ours, the family or its neighbours, or nobody known. */
export type Voice = PromiseGiver | 'household' | null

/** A diary as it is told: its clauses, and the people named in it who are no family. */
export type Telling = {
  readonly clauses: readonly Clause[]
  readonly named: ReadonlyMap<string, PromiseGiver>
}

export const tellingOf = (text: string, clauses: readonly Clause[]): Telling => ({
  clauses,
  named: namedPeople(text),
})

const stage = pattern`
    ^(?:临走时?|出门时?|最后|后来|出来后|当场|然后|于是|但|可|这时|末了|听完|过后|旁边的?|在旁边|我看|
    一旁的?|正好|刚好|接着)
  `
const toSomebody = /^(?:就|又|也|还|便|当面|当场)?(?:[跟和与向给]|同(?![来去行])|对(?!方))[^说讲答应]{1,8}$/u
const pronoun = /^(?:他|她|他们|她们|那边|那头|对方|人家|负责人|经理|电话那头|那边的人)/u
const reached = pattern`
    打(?:了|过)?(?:个|去)?(?:电话|过去)|拨|报(?:了|给|案)|联系|商量|问(?:了|过)|说(?:了|过)|找(?:了|到)|
    请示|反映|汇报|发(?:了)?(?:微信|信息)|碰到|遇(?:到|见)|已报
  `

/** Who speaks in the words before a saying verb. `at` is the clause they stand in. */
export function voiceIn(words: string, telling: Telling, at: number): Voice {
  const plain = words.replace(stage, '')
  if (/^(?:我|我们|俺|咱)(?!们?(?:家|屋|伢|娃))/u.test(plain)) return 'visitor'
  if (toSomebody.test(plain)) return null
  const person = [...telling.named.keys()].find(name => plain.includes(name))
  if (person !== undefined) return telling.named.get(person) ?? null
  if (pronoun.test(plain))
    return reachedBefore(telling, at) ?? (/^(?:他|她)/u.test(plain) ? 'household' : 'department')
  if (householdWords.test(plain)) return 'household'
  return giverIn(plain) ?? (unknownPerson(plain) ? 'household' : null)
}

/** 跟卫生院院长商量，他说…: the one just spoken to. */
function reachedBefore(telling: Telling, at: number): PromiseGiver | null {
  const line = telling.clauses[at]?.line
  for (const back of [1, 2, 3]) {
    const before = telling.clauses[at - back]
    if (!before || before.line !== line) return null
    if (/^(?:他|她)说/u.test(before.text)) return null
    const by = reached.test(before.text) ? giverIn(before.text) : null
    if (by !== null && by !== 'visitor') return by
  }
  return null
}

const unknownPerson = (words: string): boolean =>
  pattern`
    ^(?:老[\u4e00-\u9fa5](?!师|支书|主任)|[\u4e00-\u9fa5]{1,3}?(?:嫂|婶|叔|伯|爹|婆|爷|奶|妈|娘|某|姐|
    哥|师傅))
  `.test(words)

/** The voice that is still speaking at a clause: the last one heard in its sentence, or before its quotation mark. */
export function voiceBefore(telling: Telling, at: number): Voice {
  const here = telling.clauses[at]
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const clause = telling.clauses[back]
    if (!clause || clause.line !== here?.line) return null
    if (clause.sentence !== here.sentence && !here.spoken) return null
    if (clause.spoken && !here.spoken) continue
    const voice = voiceIn(clause.text, telling, back)
    if (voice !== null) return voice
  }
  return null
}

/** The voice whose reported words run on into this clause: 老魏说这事他管，后天他领人来. */
export function stillSaying(telling: Telling, at: number): Voice {
  const here = telling.clauses[at]
  for (let back = at - 1; back >= Math.max(0, at - 5); back -= 1) {
    const clause = telling.clauses[back]
    if (!clause || clause.sentence !== here?.sentence || clause.line !== here.line || clause.spoken)
      return null
    const said = speech.exec(clause.text)
    if (!said || refusedOrPast.test(said[1] ?? '')) continue
    return voiceIn(said[1] ?? '', telling, back) ?? voiceBefore(telling, back)
  }
  return null
}
