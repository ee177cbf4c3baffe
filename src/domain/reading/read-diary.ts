import type { Day } from '#domain/base/days.ts'
import { clausesOf, overlap, type Clause } from './clauses.ts'
import { factsIn } from './facts.ts'
import type { Finding, Quoted } from './finding.ts'
import { readAgain, type Lessons } from './learned/learned-reading.ts'
import { taught } from './learned/taught.ts'
import { needsIn } from './needs.ts'
import { oldMattersIn } from './old-matters.ts'
import { policyQuestionsIn } from './policy-questions.ts'
import { promisesIn } from './promises.ts'
import { sensitiveIn } from './sensitive.ts'

/**
 * Reads a diary and proposes what a careful reader would find in it, each with the words it came from and their
 * offsets, in the order of the text. Days are seen from `visitedOn`. Nothing is stored by reading: a finding becomes a
 * record only by the visitor's tap [H9]. Pure and offline; the words never leave the device.
 */
export const readDiary = (text: string, visitedOn: Day): readonly Finding[] =>
  readWith(text, visitedOn, taught)

/** The same, with lessons other than the reader's own. */
export function readWith(text: string, visitedOn: Day, lessons: Lessons): readonly Finding[] {
  const clauses = clausesOf(text)
  const rules = readByRules(text, clauses, visitedOn)
  const read = readAgain(text, clauses, rules, { visitedOn, lessons })
  return inOrder(withoutTold([...read, ...givenPlainly(text, rules, read)]))
}

/** Promises given in so many words, which what was learned has passed over. */
const givenPlainly = (
  text: string,
  rules: readonly Finding[],
  read: readonly Finding[],
): readonly Finding[] =>
  rules.filter(
    one =>
      one.kind === 'promise' &&
      /我们?(?:答应|保证|承诺)[^，。！？\n]{0,4}$/u.test(text.slice(0, one.start)) &&
      !read.some(other => other.kind === 'promise' && overlap(other, one)),
  )

/** What the rules alone propose. */
export function readByRules(text: string, clauses: readonly Clause[], visitedOn: Day): readonly Finding[] {
  const promises = promisesIn(text, clauses, visitedOn)
  const questions = policyQuestionsIn(text, clauses)
  const oldMatters = oldMattersIn(text, clauses)
  const facts = factsIn(text, clauses).filter(
    fact =>
      !questions.some(question => overlap(question, fact)) &&
      (fact.key !== 'good-times' || !promises.some(promise => overlap(promise, fact))),
  )
  const times = facts.filter(fact => fact.key === 'good-times')
  const needs = needsIn(text, clauses, {
    taken: [...promises, ...questions, ...oldMatters.map(one => toFullStop(text, one)), ...times],
    pledged: promises,
    told: facts.filter(fact => fact.key !== 'house-note'),
  })
  const sensitive = sensitiveIn(text, clauses)
  return inOrder(withoutTold([...needs, ...promises, ...questions, ...oldMatters, ...facts, ...sensitive]))
}

/** What a need's words already say is no fact besides. */
function withoutTold(found: readonly Finding[]): readonly Finding[] {
  const needs = found.filter(one => one.kind === 'need')
  return found.filter(
    one => one.kind !== 'fact' || !needs.some(need => need.start <= one.start && one.end <= need.end),
  )
}

const inOrder = (found: readonly Finding[]): readonly Finding[] =>
  found.toSorted((one, other) => one.start - other.start || one.end - other.end)

/** What is told of an old matter to the end of its sentence is no present need [H19]. */
function toFullStop(text: string, one: Quoted): Quoted {
  const stop = /[。！？；\n]|现在|如今|眼前|眼下/u.exec(text.slice(one.end))
  return { ...one, end: stop ? one.end + stop.index : text.length }
}
