import type { Finding } from '../finding.ts'
import { leadIn } from '../wishes.ts'
import { speech } from '../pledge-words.ts'
import { pattern } from '../pattern.ts'

const someoneSays = /^[^，]{0,8}?(?:说起|说|讲起|讲|提起|念叨|反映|告诉我)(?:是|了)?(?!不|得|和|法|明)/u
const someoneAsks = pattern`
    ^.{0,12}?(?:问起|问道|问(?:了)?(?:我们?|一下|一句)?|打听(?:起|到|了)?|咨询(?:了)?|想(?:知道|晓得|问问?)|不(?:晓得|知道))(?!题|候|卷)
  `

/** How many signs at the head of a finding's first clause only lead to it: 他说, 又问. */
export function withoutLead(kind: Finding['kind'], words: string): number {
  const lead = leadOf(kind, words)
  return words.length - lead >= 4 ? lead : 0
}

function leadOf(kind: Finding['kind'], words: string): number {
  if (kind === 'policy-question') return someoneAsks.exec(words)?.[0].length ?? 0
  if (kind === 'promise') {
    const said = speech.exec(words)
    return said ? words.length - (said[3]?.length ?? 0) : 0
  }
  if (kind !== 'need') return 0
  return leadIn.exec(words)?.[0].length ?? someoneSays.exec(words)?.[0].length ?? 0
}
