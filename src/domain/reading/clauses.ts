import { breathsOf } from './breaths.ts'
import type { Quoted } from './finding.ts'

/** A stretch between two pauses of the diary, with where it stands. Sentences and lines are numbered from 0. */
export type Clause = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly sentence: number
  readonly line: number
  /** The sign before it, empty at the beginning of the diary. */
  readonly after: string
  /** Inside quotation marks: somebody's own words. */
  readonly spoken: boolean
}

const pause = /[，,。．！!？?；;：:…—～~\s“”‘’"「」『』（）()【】■●◆★☆※•→]/u
const fullStop = /[。！!？?；;\n]/u
const opens = /[“「『]/u
const closes = /[”」』]/u
/** Cuts a diary into clauses at punctuation, line ends and, in long unpunctuated runs, where a speaker takes breath. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let after = ''
  let sentence = 0
  let line = 0
  let spoken = false
  /** Inside words told after a colon, to the end of the sentence: 她说：… */
  let told = false
  const close = (end: number) => {
    if (end <= start) return
    for (const { at, words, turn } of breathsOf(text.slice(start, end))) {
      if (turn) sentence += 1
      const from = start + at
      clauses.push({
        text: words,
        start: from,
        end: from + words.length,
        after,
        sentence,
        line,
        spoken: spoken || told,
      })
    }
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (!pause.test(sign) || insideNumber(text, at)) continue
    close(at)
    after = at > start || sign === '\n' || after === '' ? sign : after
    start = at + 1
    if (fullStop.test(sign)) {
      sentence += 1
      told = false
    }
    if (/[:：]/u.test(sign) && /[说讲道问喊嚷]$/u.test(text.slice(0, at))) told = true
    if (sign === '\n') line += 1
    if (opens.test(sign)) spoken = true
    if (closes.test(sign)) spoken = false
  }
  close(text.length)
  return clauses
}

/** 19:30 and 1,900 are one word. */
const insideNumber = (text: string, at: number): boolean =>
  /[:,：]/u.test(text.charAt(at)) && /\d/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at + 1))

/** The quote from one offset to another, without the spaces and pauses at its ends. */
export function quoteOf(text: string, start: number, end: number): Quoted {
  let from = start
  let to = end
  while (from < to && pause.test(text.charAt(from))) from += 1
  while (to > from && pause.test(text.charAt(to - 1))) to -= 1
  return { quote: text.slice(from, to), start: from, end: to }
}

/** Whether two quotes share characters. */
export const overlap = (one: Quoted, other: Quoted): boolean => one.start < other.end && other.start < one.end

/** Whether most of a clause stands in a quote. */
export function covers(one: Quoted, clause: Clause): boolean {
  const shared = Math.min(one.end, clause.end) - Math.max(one.start, clause.start)
  return shared * 2 > clause.end - clause.start
}
