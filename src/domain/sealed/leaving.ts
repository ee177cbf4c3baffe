import type { PersonId } from '../base/ids.ts'
import type { SealedShare } from './letter.ts'

/** What of a letter's key lies with whom: the halves as they were sealed, and those turned over since. */
export type LetterHalves = {
  readonly shares: readonly SealedShare[]
  readonly turns: readonly { readonly person: PersonId; readonly shares: readonly SealedShare[] }[]
}

/**
 * A letter's halves without somebody who opens no more, because they left or have forgotten their passphrase [H19]. What
 * was sealed to them goes. Whoever they turned their key to keeps both halves and can open, or seal anew to others; of
 * a pair in which they never turned it, the other half is chance and goes as well. No share left: nobody can open it.
 */
export function halvesWithout({ shares, turns }: LetterHalves, person: PersonId): LetterHalves {
  const given = new Set(
    turns.flatMap(turn => (turn.person === person ? turn.shares.map(one => one.for) : [])),
  )
  return {
    shares: shares.filter(share => share.for !== person && (share.with !== person || given.has(share.for))),
    turns: turns.map(turn => ({ ...turn, shares: turn.shares.filter(share => share.for !== person) })),
  }
}

/** What would become of the letters that hold a half for somebody, if they opened no more. */
export function lettersWithout(
  letters: readonly LetterHalves[],
  person: PersonId,
): { readonly still: number; readonly closes: number } {
  const theirs = letters.filter(({ shares }) => shares.some(share => share.for === person))
  const closes = theirs.filter(letter => halvesWithout(letter, person).shares.length === 0).length
  return { still: theirs.length - closes, closes }
}
