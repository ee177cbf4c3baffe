import { signRange } from '#domain/reading/learned/signs.ts'
import type { Kept } from '#domain/reading/learned/weights.ts'
import type { Model } from './fit.ts'

/**
 * The strongest weights in signed bytes. Of a chain only the `differences` from its first answer count, so the first
 * takes no room.
 */
export function pack(
  { count, bySign }: Model,
  most: number,
  kept: 'all' | 'differences',
): Pick<Kept, 'answers' | 'scale' | 'columns'> {
  const weight = (sign: number, answer: number) =>
    (bySign[sign * count + answer] ?? 0) - (kept === 'differences' ? (bySign[sign * count] ?? 0) : 0)
  const sizes = Float64Array.from({ length: signRange * count }, (_, at) =>
    Math.abs(weight(Math.floor(at / count), at % count)),
  ).toSorted()
  const least = Math.max(sizes.at(-most) ?? 0, 1e-6)
  const scale = (sizes.at(-Math.ceil(most / 1000)) ?? 1) / 127
  const columns = Array.from({ length: count }, (_, answer) =>
    column(sign => (Math.abs(weight(sign, answer)) < least ? 0 : Math.round(weight(sign, answer) / scale))),
  )
  return { answers: count, scale: Number(scale.toPrecision(5)), columns }
}

/** Gaps between signs and their weights, two bytes a sign; 255 says that the gap goes on. */
function column(weight: (sign: number) => number): string {
  const bytes: number[] = []
  let last = 0
  for (let sign = 0; sign < signRange; sign += 1) {
    const byte = Math.max(-127, Math.min(127, weight(sign)))
    if (byte === 0) continue
    let gap = sign - last
    for (; gap >= 255; gap -= 254) bytes.push(255)
    bytes.push(gap, byte & 255)
    last = sign
  }
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}
