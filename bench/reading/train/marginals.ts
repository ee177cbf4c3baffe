import type { Sign } from '#domain/reading/learned/signs.ts'
import type { Model } from './fit.ts'

/** How much the signs of each place speak for each answer. */
export function emissions(signs: readonly (readonly Sign[])[], { count, bySign }: Model): Float64Array {
  const sums = new Float64Array(signs.length * count)
  signs.forEach((list, place) => {
    for (const sign of list)
      for (let tag = 0; tag < count; tag += 1) {
        const at = place * count + tag
        sums[at] = (sums[at] ?? 0) + (bySign[sign * count + tag] ?? 0)
      }
  })
  return sums
}

/** How likely each answer is at each place, and each step from answer to answer in the whole row. */
export function marginals(sums: Float64Array, places: number, { count, byStep }: Model) {
  const ahead = forward(sums, places, { count, byStep })
  const behind = backward(sums, places, { count, byStep })
  const all = logOfSum(Array.from({ length: count }, (_, tag) => ahead[(places - 1) * count + tag] ?? 0))
  const unary = ahead.map((sum, at) => Math.exp(sum + (behind[at] ?? 0) - all))
  const pair = new Float64Array(count * count)
  for (let place = 1; place < places; place += 1)
    for (let from = 0; from < count; from += 1)
      for (let to = 0; to < count; to += 1) {
        const before = (ahead[(place - 1) * count + from] ?? 0) + (byStep[from * count + to] ?? 0)
        const after = (sums[place * count + to] ?? 0) + (behind[place * count + to] ?? 0)
        pair[from * count + to] = (pair[from * count + to] ?? 0) + Math.exp(before + after - all)
      }
  return { unary, pair }
}

type Steps = Pick<Model, 'count' | 'byStep'>

function forward(sums: Float64Array, places: number, { count, byStep }: Steps): Float64Array {
  const ahead = sums.slice()
  for (let place = 1; place < places; place += 1)
    for (let to = 0; to < count; to += 1) {
      const reached = Array.from(
        { length: count },
        (_, from) => (ahead[(place - 1) * count + from] ?? 0) + (byStep[from * count + to] ?? 0),
      )
      ahead[place * count + to] = logOfSum(reached) + (sums[place * count + to] ?? 0)
    }
  return ahead
}

function backward(sums: Float64Array, places: number, { count, byStep }: Steps): Float64Array {
  const behind = new Float64Array(places * count)
  for (let place = places - 2; place >= 0; place -= 1)
    for (let from = 0; from < count; from += 1) {
      const left = Array.from({ length: count }, (_, to) => {
        const at = (place + 1) * count + to
        return (behind[at] ?? 0) + (byStep[from * count + to] ?? 0) + (sums[at] ?? 0)
      })
      behind[place * count + from] = logOfSum(left)
    }
  return behind
}

function logOfSum(sums: readonly number[]): number {
  const most = Math.max(...sums)
  return most + Math.log(sums.reduce((sum, one) => sum + Math.exp(one - most), 0))
}
