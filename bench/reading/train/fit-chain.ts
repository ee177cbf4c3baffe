import { signRange, type Sign } from '#domain/reading/learned/signs.ts'
import {
  answerOfState,
  answers,
  farAnswers,
  partings,
  states,
  steps,
} from '#domain/reading/learned/tagging.ts'
import { averaged, step, steppedOf, type Model, type Stepped } from './fit.ts'
import { likelihoodsOf, type Likelihoods } from './marginals.ts'

/** A diary to learn from: of each clause what is seen, its right state, and how it is parted from the one before. */
export type Row = {
  readonly near: readonly (readonly Sign[])[]
  readonly far: readonly (readonly Sign[])[]
  readonly states: readonly number[]
  readonly partings: readonly number[]
  readonly weight: number
}

/** Fits the chain of all kinds together by the likelihood of the right states. */
export function fitChain(rows: readonly Row[], rounds: number): Model & { readonly byStep: Float32Array } {
  const bySign = steppedOf(signRange * answers)
  const byStep = steppedOf(partings * steps.length)
  const full = rows.filter(row => row.near.length > 0)
  const [signs, stepped] = averaged(full, rounds, [bySign, byStep], row => {
    const likely = likelihoodsOf(spokenIn(row, bySign), row.partings, byStep.weights)
    learnSigns(row, likely, bySign)
    learnSteps(row, likely, byStep)
  })
  return { count: answers, bySign: signs ?? bySign.weights, byStep: stepped ?? byStep.weights }
}

const everyAnswer = Array.from({ length: answers }, (_, answer) => answer)

/** How much the signs of each clause speak for each answer. */
function spokenIn(row: Row, { weights }: Stepped): Float64Array {
  const sums = new Float64Array(row.near.length * answers)
  const add = (list: readonly Sign[], place: number, some: readonly number[]) => {
    for (const sign of list)
      for (const answer of some) {
        const at = place * answers + answer
        sums[at] = (sums[at] ?? 0) + (weights[sign * answers + answer] ?? 0)
      }
  }
  row.near.forEach((list, place) => add(list, place, everyAnswer))
  row.far.forEach((list, place) => add(list, place, farAnswers))
  return sums
}

function learnSigns(row: Row, { byState }: Likelihoods, learned: Stepped): void {
  row.near.forEach((near, place) => {
    const gone = new Float64Array(answers)
    for (let state = 0; state < states; state += 1) {
      const answer = answerOfState(state)
      const right = row.states[place] === state ? 1 : 0
      gone[answer] = (gone[answer] ?? 0) + (byState[place * states + state] ?? 0) - right
    }
    gone.forEach((much, answer) => {
      const worth = much * row.weight
      if (Math.abs(much) < 1e-4) return
      for (const sign of near) step(learned, sign * answers + answer, worth)
      if (!farAnswers.includes(answer)) return
      for (const sign of row.far[place] ?? []) step(learned, sign * answers + answer, worth)
    })
  })
}

function learnSteps(row: Row, { byStep }: Likelihoods, learned: Stepped): void {
  byStep.forEach((likely, at) => {
    const place = Math.floor(at / steps.length) + 1
    const one = at % steps.length
    const [from, to] = steps[one] ?? [0, 0]
    const right = row.states[place - 1] === from && row.states[place] === to ? 1 : 0
    const gone = (likely - right) * row.weight
    if (Math.abs(gone) > 1e-4) step(learned, (row.partings[place] ?? 0) * steps.length + one, gone)
  })
}
