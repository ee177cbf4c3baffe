import type { LetterId } from '#domain/base/ids.ts'
import { meantFor, type SealedShare } from '#domain/sealed/letter.ts'
import { keyMark, pairsOf, type Opener } from '#domain/sealed/opener.ts'
import type { Bytes } from '../store/cipher.ts'
import { over, sealTo } from './box.ts'

/** A letter's key in two halves by chance for every two of the openers who may open together, each sealed to its own [H19]. */
export async function sealHalves(
  id: LetterId,
  raw: Bytes,
  openers: readonly Opener[],
): Promise<readonly SealedShare[]> {
  const halves = pairsOf(openers).map(async ([one, other]) => {
    const half = crypto.getRandomValues(new Uint8Array(raw.length))
    return [await shareFor(id, [one, other], half), await shareFor(id, [other, one], over(raw, half))]
  })
  return (await Promise.all(halves)).flat()
}

const shareFor = async (
  id: LetterId,
  [whose, other]: readonly [Opener, Opener],
  half: Bytes,
): Promise<SealedShare> => ({
  for: whose.id,
  with: other.id,
  sealed: await sealTo(whose.key, meantFor.share(id, whose.id, other.id), half),
  under: keyMark(whose),
})
