import type { Day, Instant } from '../base/days.ts'
import type { LetterId, PersonId } from '../base/ids.ts'
import type { Opener, OpenerRole } from './opener.ts'

/** Half of a letter's key, sealed to one opener: with the half of `with` it opens, alone it is chance. */
export type SealedShare = {
  readonly for: PersonId
  readonly with: PersonId
  readonly sealed: string
  /** Under which key of theirs, by its mark: one who forgot a passphrase has another key now. */
  readonly under?: string | undefined
}

/**
 * A complaint about a person as it leaves the phone [H19]. It says nothing of who wrote it, for which family or in which
 * village; what it says can be read by two openers together and by nobody else, the server least of all.
 */
export type SealedLetter = {
  readonly id: LetterId
  /** The digest of the code on the family's slip, in hex. */
  readonly receipt: string
  readonly body: string
  readonly shares: readonly SealedShare[]
}

/** What lies under the seal. */
export type LetterWords = {
  readonly words: string
  /** The code on the family's slip: the answer is sealed under it. */
  readonly code: string
  /** Whom the writer let it pass by, because it is about them: it is not sealed anew to them either. */
  readonly leftOut?: readonly PersonId[]
}

/** A letter's text is filled up to a multiple of so many bytes, so that its length says little. */
export const letterBlock = 4096

/** The longest letter, in characters. */
export const longestLetter = 5000

/**
 * An answered letter is kept so many days: a review may be asked for within 30 days, is answered within 30, and so once
 * more (信访工作条例 Art 35, 36), which is 120; 180 is the host's time for stories as well (domain section 4). No longer than
 * needed (个人信息保护法 Art 19, 47). The same for the word that a letter cannot be opened any more.
 */
export const letterKeptForDays = 180

/** What is bound into each seal, so that one cannot be laid in the place of another. */
export const meantFor = {
  share: (id: LetterId, whose: PersonId, other: PersonId): string => `share ${id} ${whose} ${other}`,
  given: (id: LetterId, from: PersonId, to: PersonId): string => `given ${id} ${from} ${to}`,
  answer: 'wuxin answer to a sealed letter',
} as const

/** How an answer lies under the code of the slip: 12 bytes of IV, then AES-GCM under HKDF-SHA-256 of the code. */
export const answerIv = 12

/** A private key under its owner's passphrase (Argon2id, AES-GCM), all in base64. */
export type WrappedKey = {
  readonly wrapped: string
  readonly iv: string
  readonly salt: string
  readonly memory: number
  readonly passes: number
}

export const letterActs = ['turned', 'read', 'answered', 'resealed'] as const
export type LetterAct = (typeof letterActs)[number]

/** Who did what with a letter, and when: append-only, chained. */
export type LetterOpening = { readonly name: string; readonly act: LetterAct; readonly at: Instant }

/** A letter as one of its openers sees it before it is open. */
export type LetterLine = {
  readonly id: LetterId
  readonly receivedOn: Day
  readonly answeredOn: Day | null
  /** The asker's own halves. */
  readonly mine: readonly SealedShare[]
  /** Halves others have turned over to the asker: `for` is the asker, `with` who gave it. */
  readonly given: readonly SealedShare[]
  readonly turned: boolean
  /** Openers with a key who hold no half of it: named since, or with a new key; or it passes them by. */
  readonly lacks: readonly PersonId[]
  readonly openings: readonly LetterOpening[]
}

export type OpenerLine = {
  readonly id: PersonId
  readonly name: string
  readonly role: OpenerRole
  /** Null until they have made their passphrase. */
  readonly key: string | null
  /** What would become of the letters if they opened no more; only of oneself, or for the privacy officer. */
  readonly without?: { readonly still: number; readonly closes: number } | undefined
}

/** What an opener finds at the desk. */
export type SealedDesk = {
  readonly me: { readonly isNamed: boolean; readonly wrapped: WrappedKey | null }
  readonly openers: readonly OpenerLine[]
  /** Whom the privacy officer can name; empty for others. */
  readonly others: readonly { readonly id: PersonId; readonly name: string; readonly role: OpenerRole }[]
  /** Who opened letters before and does no more: their names stand on the letters of then. */
  readonly past: readonly { readonly id: PersonId; readonly name: string }[]
  /** So many letters no two can open any more; their slips say so. Nought for others than the privacy officer. */
  readonly closed: number
  readonly chain: 'whole' | 'broken'
  readonly letters: readonly LetterLine[]
}

/** Those of the openers that have a key. */
export const readyOpeners = (lines: readonly OpenerLine[]): readonly Opener[] =>
  lines.flatMap(({ key, ...line }) => (key === null ? [] : [{ ...line, key }]))
