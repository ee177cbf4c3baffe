import type { Day } from '#domain/base/days.ts'
import type { KinCustom, TalkMember } from './address.ts'
import type { TalkFact } from './manner.ts'

/** What the card is made from. `seed` is any text that stays with the visit, such as its id. */
export type TalkOccasion = {
  readonly headName: string
  readonly members: readonly TalkMember[]
  readonly group: string
  readonly visitOn: Day
  readonly lastTalkOn?: Day
  readonly knownFacts: readonly TalkFact[]
  readonly leaveAlone: boolean
  readonly seed: string
  readonly custom?: KinCustom
}
