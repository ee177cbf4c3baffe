import { answerOfState, answers, firstStates, states, steps } from '#domain/reading/learned/tagging.ts'

/** How likely each state is at each clause, and each step between clauses. */
export type Likelihoods = { readonly byState: Float64Array; readonly byStep: Float64Array }

const impossible = -1e9

/** Over all runs of states a diary can have, by what is spoken for each answer and what each step is worth. */
export function likelihoodsOf(
  spoken: Float64Array,
  partings: readonly number[],
  worth: Float32Array,
): Likelihoods {
  const places = partings.length
  const at = (place: number, step: number) => worth[(partings[place] ?? 0) * steps.length + step] ?? 0
  const said = (place: number, state: number) => spoken[place * answers + answerOfState(state)] ?? 0
  const ahead = forward(places, at, said)
  const behind = backward(places, at, said)
  const all = logOfSum(ahead.subarray((places - 1) * states))
  const byState = ahead.map((sum, one) => Math.exp(sum + (behind[one] ?? impossible) - all))
  const byStep = new Float64Array(Math.max(0, places - 1) * steps.length)
  for (let place = 1; place < places; place += 1)
    steps.forEach(([from, to], step) => {
      const before = (ahead[(place - 1) * states + from] ?? impossible) + at(place, step)
      const after = said(place, to) + (behind[place * states + to] ?? impossible)
      byStep[(place - 1) * steps.length + step] = Math.exp(before + after - all)
    })
  return { byState, byStep }
}

type Worth = (place: number, stepOrState: number) => number

function forward(places: number, at: Worth, said: Worth): Float64Array {
  const ahead = new Float64Array(places * states).fill(impossible)
  for (const state of firstStates) ahead[state] = said(0, state)
  for (let place = 1; place < places; place += 1) {
    const row = ahead.subarray(place * states, (place + 1) * states)
    gather(row, (step, from) => (ahead[(place - 1) * states + from] ?? impossible) + at(place, step), 1)
    for (let state = 0; state < states; state += 1)
      row[state] = (row[state] ?? impossible) + said(place, state)
  }
  return ahead
}

function backward(places: number, at: Worth, said: Worth): Float64Array {
  const behind = new Float64Array(places * states)
  for (let place = places - 2; place >= 0; place -= 1) {
    const row = behind.subarray(place * states, (place + 1) * states)
    const next = (place + 1) * states
    gather(
      row,
      (step, to) => (behind[next + to] ?? impossible) + at(place + 1, step) + said(place + 1, to),
      0,
    )
  }
  return behind
}

/** Sums what each step brings, at its end (1) or its start (0), in logarithms. */
function gather(row: Float64Array, brings: (step: number, other: number) => number, end: 0 | 1): void {
  const brought = steps.map((step, one) => brings(one, step[end === 1 ? 0 : 1]))
  row.fill(impossible)
  steps.forEach((step, one) => {
    row[step[end]] = Math.max(row[step[end]] ?? impossible, brought[one] ?? impossible)
  })
  const sums = new Float64Array(states)
  steps.forEach((step, one) => {
    const place = step[end]
    sums[place] = (sums[place] ?? 0) + Math.exp((brought[one] ?? impossible) - (row[place] ?? 0))
  })
  sums.forEach((sum, state) => {
    row[state] = sum > 0 ? (row[state] ?? impossible) + Math.log(sum) : impossible
  })
}

function logOfSum(sums: Float64Array): number {
  const most = Math.max(...sums)
  return most + Math.log(sums.reduce((sum, one) => sum + Math.exp(one - most), 0))
}
