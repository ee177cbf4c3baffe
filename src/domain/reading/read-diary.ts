import type { Day } from '#domain/base/days.ts'
import { clausesOf } from './clauses.ts'
import { factsIn } from './facts.ts'
import type { Finding } from './finding.ts'
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
export function readDiary(text: string, visitedOn: Day): readonly Finding[] {
  const clauses = clausesOf(text)
  const promises = promisesIn(text, clauses, visitedOn)
  const questions = policyQuestionsIn(text, clauses)
  const oldMatters = oldMattersIn(text, clauses)
  const needs = needsIn(text, clauses, [...promises, ...questions, ...oldMatters])
  const facts = factsIn(text, clauses)
  const sensitive = sensitiveIn(text, clauses)
  return [...needs, ...promises, ...questions, ...oldMatters, ...facts, ...sensitive].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  )
}
