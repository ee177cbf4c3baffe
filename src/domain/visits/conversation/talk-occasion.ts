import type { Day } from '#domain/base/days.ts'
import type { TalkMember } from './address.ts'
import type { TalkFact } from './manner.ts'

/** What the card is made from. `seed` is any text that stays with the family, such as its id. */
export type TalkOccasion = {
  readonly headName: string
  readonly members: readonly TalkMember[]
  /** The village's division code: its own words, and its kin words. */
  readonly village: string
  readonly visitOn: Day
  /** The days of earlier talks, oldest first. */
  readonly talksOn: readonly Day[]
  readonly knownFacts: readonly TalkFact[]
  /** They told of something they are building up that is not finished yet. */
  readonly ownTrade: boolean
  readonly leaveAlone: boolean
  readonly seed: string
}
