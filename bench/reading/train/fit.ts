import { signRange, type Sign } from '#domain/reading/learned/signs.ts'

/** A sequence to learn from: the signs of each place, and its right tag. */
export type Sequence = { readonly signs: readonly (readonly Sign[])[]; readonly tags: readonly number[]; readonly weight: number }
export type Model = { readonly count: number; readonly w: Float32Array; readonly t: Float64Array }

const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}
export const shuffled = <T>(list: readonly T[], random: () => number): T[] => {
  const all = [...list]
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const kept = all[at] as T
    all[at] = all[other] as T
    all[other] = kept
  }
  return all
}

export function train(sequences: readonly Sequence[], count: number, { epochs = 12, rate = 0.1, l2 = 1e-6, l1 = 0, seed = 7 } = {}): Model {
  const w = new Float32Array(signRange * count)
  const g = new Float32Array(signRange * count)
  const t = new Float64Array(count * count)
  const gt = new Float64Array(count * count)
  const random = numbers(seed)
  const sum = new Float32Array(w.length)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const one of shuffled(sequences, random)) {
      const n = one.signs.length
      if (n === 0) continue
      const e = emissions(one.signs, { count, w, t })
      const { unary, pair } = marginals(e, n, count, t)
      for (let i = 0; i < n; i += 1) {
        for (let k = 0; k < count; k += 1) {
          const d = ((unary[i * count + k] as number) - (one.tags[i] === k ? 1 : 0)) * one.weight
          if (Math.abs(d) < 1e-4) continue
          for (const s of one.signs[i] as readonly number[]) {
            const at = s * count + k
            const grad = d + l2 * (w[at] as number)
            g[at] = (g[at] as number) + grad * grad
            let next = (w[at] as number) - (rate * grad) / (1e-3 + Math.sqrt(g[at] as number))
            if (l1) { const cut = (rate * l1) / (1e-3 + Math.sqrt(g[at] as number)); next = next > cut ? next - cut : next < -cut ? next + cut : 0 }
            w[at] = next
          }
        }
      }
      for (let a = 0; a < count; a += 1)
        for (let b = 0; b < count; b += 1) {
          let d = pair[a * count + b] as number
          for (let i = 1; i < n; i += 1) if (one.tags[i - 1] === a && one.tags[i] === b) d -= 1
          d *= one.weight
          const at = a * count + b
          gt[at] = (gt[at] as number) + d * d
          t[at] = (t[at] as number) - (rate * d) / (1e-3 + Math.sqrt(gt[at] as number))
        }
    }
    if (epoch > 0) for (let at = 0; at < w.length; at += 1) sum[at] = (sum[at] as number) + (w[at] as number) / (epochs - 1)
  }
  return { count, w: epochs > 1 ? sum : w, t }
}

export function emissions(signs: readonly (readonly Sign[])[], { count, w }: Model): Float64Array {
  const e = new Float64Array(signs.length * count)
  signs.forEach((list, i) => {
    for (const s of list) for (let k = 0; k < count; k += 1) e[i * count + k] = (e[i * count + k] as number) + (w[s * count + k] as number)
  })
  return e
}

export function marginals(e: Float64Array, n: number, K: number, t: Float64Array) {
  const lse = (xs: number[]) => { const m = Math.max(...xs); let s = 0; for (const x of xs) s += Math.exp(x - m); return m + Math.log(s) }
  const f = new Float64Array(n * K), b = new Float64Array(n * K)
  for (let k = 0; k < K; k += 1) f[k] = e[k] as number
  const xs: number[] = new Array(K).fill(0)
  for (let i = 1; i < n; i += 1) for (let k = 0; k < K; k += 1) {
    for (let j = 0; j < K; j += 1) xs[j] = (f[(i - 1) * K + j] as number) + (t[j * K + k] as number)
    f[i * K + k] = lse(xs) + (e[i * K + k] as number)
  }
  for (let i = n - 2; i >= 0; i -= 1) for (let k = 0; k < K; k += 1) {
    for (let j = 0; j < K; j += 1) xs[j] = (b[(i + 1) * K + j] as number) + (t[k * K + j] as number) + (e[(i + 1) * K + j] as number)
    b[i * K + k] = lse(xs)
  }
  for (let k = 0; k < K; k += 1) xs[k] = f[(n - 1) * K + k] as number
  const z = lse(xs)
  const unary = new Float64Array(n * K), pair = new Float64Array(K * K)
  for (let i = 0; i < n; i += 1) for (let k = 0; k < K; k += 1) unary[i * K + k] = Math.exp((f[i * K + k] as number) + (b[i * K + k] as number) - z)
  for (let i = 1; i < n; i += 1) for (let a = 0; a < K; a += 1) for (let c = 0; c < K; c += 1)
    pair[a * K + c] = (pair[a * K + c] as number) + Math.exp((f[(i - 1) * K + a] as number) + (t[a * K + c] as number) + (e[i * K + c] as number) + (b[i * K + c] as number) - z)
  return { unary, pair }
}

