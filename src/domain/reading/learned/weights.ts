import { signRange, type Sign } from './signs.ts'

/** A question the reader has learned to answer: how much each sign speaks for each answer, side by side. */
export type Learned = {
  readonly answers: number
  readonly bySign: Int8Array
  /** What one step of a weight is worth. */
  readonly scale: number
  /** The worth of each step of a chain, one list a parting; empty outside chains. */
  readonly byStep: readonly number[]
  /** Added to the beginning of a finding of each kind: above nought more is proposed. */
  readonly boldness: readonly number[]
}

/** The same as it is kept: the weights of each answer as gaps between signs and signed bytes, in base 64. */
export type Kept = {
  readonly answers: number
  readonly scale: number
  readonly byStep: readonly number[]
  readonly boldness: readonly number[]
  readonly columns: readonly string[]
}

export function unpack({ columns, ...kept }: Kept): Learned {
  const bySign = new Int8Array(signRange * kept.answers)
  columns.forEach((column, answer) => {
    let sign = 0
    const bytes = bytesOf(column)
    for (let at = 0; at < bytes.length; at += 1) {
      let byte = bytes[at] ?? 0
      for (; byte === 255; at += 1, byte = bytes[at] ?? 0) sign += 254
      sign += byte
      at += 1
      bySign[sign * kept.answers + answer] = ((bytes[at] ?? 0) << 24) >> 24
    }
  })
  return { ...kept, bySign }
}

export const emptySums = ({ answers }: Learned): Float64Array => new Float64Array(answers)

/** Adds to `sums` how much the signs speak for each answer. */
export function sumsOf(signs: readonly Sign[], learned: Learned, sums: Float64Array): Float64Array {
  const { answers, bySign, scale } = learned
  for (const sign of signs)
    for (let answer = 0; answer < answers; answer += 1)
      sums[answer] = (sums[answer] ?? 0) + (bySign[sign * answers + answer] ?? 0) * scale
  return sums
}

/** The answer the signs speak for most. */
export function answerOf(signs: readonly Sign[], learned: Learned): number {
  const sums = sumsOf(signs, learned, emptySums(learned))
  return sums.indexOf(Math.max(...sums))
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const valueOf = new Uint8Array(128)
for (let at = 0; at < letters.length; at += 1) valueOf[letters.charCodeAt(at)] = at

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let place = 0; place < text.length; place += 1) {
    held = ((held << 6) | (valueOf[text.charCodeAt(place)] ?? 0)) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at] = (held >> bits) & 255
    at += 1
  }
  return bytes.subarray(0, at)
}
