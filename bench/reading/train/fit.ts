import { signRange, type Sign } from '#domain/reading/learned/signs.ts'
import { figures, shuffled } from './made.ts'
import { emissions, marginals } from './marginals.ts'

/** A row of places to learn from: the signs of each, its right answer, and how much the row counts. */
export type Sequence = {
  readonly signs: readonly (readonly Sign[])[]
  readonly tags: readonly number[]
  readonly weight: number
}

/** What was learned: weights by sign and answer, and from one answer to the next. */
export type Model = { readonly count: number; readonly bySign: Float32Array; readonly byStep: Float64Array }

const rate = 0.05
const seed = 7

/** Fits a linear chain by gradient steps of shrinking size (AdaGrad), averaged over all rounds but the first. */
export function fit(sequences: readonly Sequence[], count: number, rounds: number): Model {
  const learner = learnerOf(count)
  const average = new Float32Array(signRange * count)
  const random = figures(seed)
  for (let round = 0; round < rounds; round += 1) {
    for (const one of shuffled(sequences, random)) if (one.signs.length > 0) learnFrom(one, learner)
    if (round === 0) continue
    learner.bySign.forEach((weight, at) => {
      if (weight !== 0) average[at] = (average[at] ?? 0) + weight / (rounds - 1)
    })
  }
  return { count, bySign: average, byStep: learner.byStep }
}

type Learner = Model & { readonly pastBySign: Float32Array; readonly pastByStep: Float64Array }

const learnerOf = (count: number): Learner => ({
  count,
  bySign: new Float32Array(signRange * count),
  byStep: new Float64Array(count * count),
  pastBySign: new Float32Array(signRange * count),
  pastByStep: new Float64Array(count * count),
})

function learnFrom(one: Sequence, learner: Learner): void {
  const { count } = learner
  const { unary, pair } = marginals(emissions(one.signs, learner), one.signs.length, learner)
  one.signs.forEach((signs, place) => {
    for (let tag = 0; tag < count; tag += 1) {
      const gone = ((unary[place * count + tag] ?? 0) - (one.tags[place] === tag ? 1 : 0)) * one.weight
      if (Math.abs(gone) < 1e-4) continue
      for (const sign of signs) step(learner.bySign, learner.pastBySign, sign * count + tag, gone)
    }
  })
  for (let from = 0; from < count; from += 1)
    for (let to = 0; to < count; to += 1) {
      const seen = one.tags.filter((tag, at) => tag === to && at > 0 && one.tags[at - 1] === from).length
      const gone = ((pair[from * count + to] ?? 0) - seen) * one.weight
      step(learner.byStep, learner.pastByStep, from * count + to, gone)
    }
}

/** One step against the gradient, the smaller the more was stepped there before. */
function step(
  weights: Float32Array | Float64Array,
  past: Float32Array | Float64Array,
  at: number,
  gone: number,
) {
  past[at] = (past[at] ?? 0) + gone * gone
  weights[at] = (weights[at] ?? 0) - (rate * gone) / (1e-3 + Math.sqrt(past[at] ?? 0))
}
