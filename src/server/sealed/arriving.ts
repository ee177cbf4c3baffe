import { keyMark, pairsOf } from '#domain/sealed/opener.ts'
import type { SealedLetter, SealedShare } from '#domain/sealed/letter.ts'
import type { OpenerRow } from './sealed.sql.ts'

type Opener = OpenerRow & { readonly left: boolean }

/**
 * A letter as it is kept: a phone without a signal may have sealed it to somebody who has left since, or to a key whose
 * passphrase was forgotten. What they cannot open is left away; with nothing left it is kept closed, so that the
 * family is told. Null where it was never for two of ours.
 */
export function letterAsKept(letter: SealedLetter, openers: readonly Opener[]): SealedLetter | null {
  if (!isForTwo(letter.shares, openers)) return null
  const opens = (share: SealedShare): boolean => {
    const opener = openers.find(({ id }) => id === share.for)
    if (opener === undefined || opener.left || opener.key === null) return false
    return share.under === undefined || share.under === keyMark({ key: opener.key })
  }
  const shares = letter.shares.filter(
    share =>
      opens(share) &&
      letter.shares.some(other => other.for === share.with && other.with === share.for && opens(other)),
  )
  return { ...letter, shares }
}

/** Every half goes to one of two who may open together; a letter one person could open alone is not taken. */
export function isForTwo(
  shares: readonly SealedShare[],
  openers: readonly Pick<OpenerRow, 'id' | 'role'>[],
): boolean {
  const pairs = new Set(
    pairsOf(openers).flatMap(([one, other]) => [pairKey(one.id, other.id), pairKey(other.id, one.id)]),
  )
  const halves = new Set(shares.map(share => pairKey(share.for, share.with)))
  return (
    halves.size === shares.length &&
    shares.every(
      share => pairs.has(pairKey(share.for, share.with)) && halves.has(pairKey(share.with, share.for)),
    )
  )
}

const pairKey = (one: string, other: string): string => `${one} ${other}`
