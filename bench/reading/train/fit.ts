import { signRange, type Sign } from '#domain/reading/learned/signs.ts'
import { figures, shuffled } from './made.ts'

/** A finding to learn from: its signs, its right answer, and how much it counts. */
export type Choice = { readonly signs: readonly Sign[]; readonly answer: number; readonly weight: number }

/** What was learned: weights by sign and answer. */
export type Model = { readonly count: number; readonly bySign: Float32Array }

/** Weights that are learned by steps, and how much was stepped at each. */
export type Stepped = { readonly weights: Float32Array; readonly past: Float32Array }

export const steppedOf = (count: number): Stepped => ({
  weights: new Float32Array(count),
  past: new Float32Array(count),
})

const rate = 0.05
const seed = 7

/** One step against the gradient, the smaller the more was stepped there before (AdaGrad). */
export function step({ weights, past }: Stepped, at: number, gone: number): void {
  past[at] = (past[at] ?? 0) + gone * gone
  weights[at] = (weights[at] ?? 0) - (rate * gone) / (1e-3 + Math.sqrt(past[at] ?? 0))
}

/** Goes over everything some times in ever new order, and averages the weights of all rounds but the first. */
export function averaged<T>(
  all: readonly T[],
  rounds: number,
  learned: readonly Stepped[],
  learnFrom: (one: T) => void,
): readonly Float32Array[] {
  const sums = learned.map(({ weights }) => new Float32Array(weights.length))
  const random = figures(seed)
  for (let round = 0; round < rounds; round += 1) {
    for (const one of shuffled(all, random)) learnFrom(one)
    if (round === 0) continue
    learned.forEach(({ weights }, which) => {
      const sum = sums[which]
      weights.forEach((weight, at) => {
        if (weight !== 0 && sum) sum[at] = (sum[at] ?? 0) + weight / (rounds - 1)
      })
    })
  }
  return sums
}

/** Learns which answer signs speak for. */
export function fitChoices(choices: readonly Choice[], count: number, rounds: number): Model {
  const learned = steppedOf(signRange * count)
  const [bySign] = averaged(choices, rounds, [learned], ({ signs, answer, weight }) => {
    likelihoods(signs, count, learned).forEach((likely, one) => {
      const gone = (likely - (one === answer ? 1 : 0)) * weight
      if (Math.abs(gone) > 1e-4) for (const sign of signs) step(learned, sign * count + one, gone)
    })
  })
  return { count, bySign: bySign ?? learned.weights }
}

function likelihoods(signs: readonly Sign[], count: number, { weights }: Stepped): readonly number[] {
  const sums = Array.from({ length: count }, () => 0)
  for (const sign of signs)
    for (let one = 0; one < count; one += 1) sums[one] = (sums[one] ?? 0) + (weights[sign * count + one] ?? 0)
  const most = Math.max(...sums)
  const powers = sums.map(sum => Math.exp(sum - most))
  const all = powers.reduce((sum, one) => sum + one, 0)
  return powers.map(one => one / all)
}
